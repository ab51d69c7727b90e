/** For commands that may not load pages: the same as in `index.ts`. */
export { allMunicipalities, municipalityByNisCode } from './municipality-store.ts'
