export { type DemoOffer, type DemoPlacing, demoOrganisations } from './demo/demo-organisations.ts'
export { demoPartners } from './demo/organisations.ts'
export { duplicateRoutes } from './duplicates/routes.tsx'
export { offerApiRoutes } from './exchange/api-routes.ts'
export { type ExportedOffer, exportOffer } from './exchange/export-offer.ts'
export { carryOut, planOfferImport, readOfferFile } from './exchange/import-offer.ts'
export { offerImportRoutes } from './exchange/import-routes.tsx'
export type { ImportPlan } from './exchange/plan.ts'
export type { LeftOut, Problem } from './exchange/source.ts'
export { fields } from './fields.ts'
export { organisationJobs } from './freshness/jobs.ts'
export { freshnessRoutes } from './freshness/routes.tsx'
export type { Organisation } from './organisation.ts'
export { organisationRoutes } from './organisation-routes.tsx'
export { type OrganisationSummary, organisationById, organisationsOf } from './organisation-store.ts'
export { publicServiceRoutes } from './public-routes.tsx'
export { organisationsNavigation, serviceRoutes } from './routes.tsx'
export { type BestService, bestServices } from './search/best-services-store.ts'
export { reindexServices } from './search/service-document-store.ts'
export {
  type ServiceQuery,
  type ServiceSummary,
  type ServicesFound,
  searchServices,
  serviceChoices,
} from './search/service-search-store.ts'
export { isStale, type Service, type ServiceText, textFor } from './service.ts'
export { serviceById } from './service-store.ts'
export { waitingInOrganisations } from './waiting.ts'
