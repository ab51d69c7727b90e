export { type AccessLine, accessList, type DataAccess } from './access-list/access-list.ts'
export { administrationRoutes } from './administration-routes.ts'
export { addIdentityCommands } from './commands.ts'
export { fields } from './fields.ts'
export { municipalityJobs } from './jobs.ts'
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
export { administrationNavigation } from './navigation.ts'
export { jurisdictionOf, newMunicipalityOf } from './new-municipality.ts'
export { municipalityRoutes } from './routes.tsx'
export { onCallPhone } from './settings/settings-store.ts'
export { waitingInMunicipalities } from './waiting.ts'
export { addPartnerZone, frontDoorZone, zonesIn } from './zone-store.ts'
