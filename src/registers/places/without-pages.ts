/** For commands that may not load pages: the same as in `index.ts`. */
export { sectorCodesIn } from './address-store.ts'
