export { type CardToFile, type FiledCard, fileCards } from './cards/file-cards.ts'
export { type SignalBecameCase, signalBecameCase } from './events.ts'
export { webFormRoutes } from './web-form/routes.tsx'
export { phoneRoutes, shellRoutes } from './visits/index.ts'
