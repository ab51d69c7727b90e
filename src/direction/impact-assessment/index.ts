export { impactAssessmentNavigation, impactAssessmentRoutes } from './routes.tsx'
