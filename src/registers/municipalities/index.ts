export {
  allMunicipalities,
  createMunicipality,
  createPartnerZone,
  type DataZone,
  type Municipality,
  municipalityById,
  municipalityByNisCode,
  municipalityBySlug,
  type NewMunicipality,
  zonesOf,
} from './municipality-store.ts'
export { jurisdictionOf, newMunicipalityOf } from './new-municipality.ts'
export { municipalityRoutes } from './routes.tsx'
export { frontDoorZone, zonesIn } from './zone-store.ts'
