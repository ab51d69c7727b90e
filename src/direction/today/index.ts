export { todayNavigation, todayRoutes } from './routes.tsx'
