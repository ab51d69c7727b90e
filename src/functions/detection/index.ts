export type { CardToFile } from './cards/card-to-file.ts'
export { type FiledCard, fileCards } from './cards/file-cards.ts'
export { fields } from './fields.ts'
export { type SignalBecameCase, signalBecameCase } from './events.ts'
export { signalNavigation } from './signals/navigation.ts'
export { signalRoutes } from './signals/routes.tsx'
export {
  phoneRoutes,
  shellRoutes,
  visitJobs,
  visitNavigation,
  visitRoutes,
  waitingInVisits,
} from './visits/index.ts'
export { webFormRoutes } from './web-form/routes.tsx'
