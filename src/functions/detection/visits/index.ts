export { phoneRoutes } from './phone-routes.ts'
export { shellRoutes } from './shell-routes.tsx'
