export { leftBehindNavigation, leftBehindRoutes } from './routes.tsx'
export { waitingInLeftBehind } from './waiting.ts'
