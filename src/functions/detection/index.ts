export { type CardToFile, type FiledCard, fileCards } from './cards/file-cards.ts'
export { type SignalBecameCase, signalBecameCase } from './events.ts'
