export { demoAnalysis } from './demo.ts'
export { fields } from './fields.ts'
export {
  type FiguresToImport,
  type ImportedFigures,
  importFigures,
  type NotImported,
} from './figures/import-figures.ts'
export { figuresSentTo } from './figures/import-routes.tsx'
export type { StatedProvenance } from './figures/provenance.ts'
export { waitingInFindings } from './findings/waiting.ts'
export { eraseOccasions, occasionsEndedBefore } from './heard/erasing-store.ts'
export { analysisJobs } from './jobs.ts'
export type { WorkCounts } from './own-counts/work-counts.ts'
export { figuresChanged } from './publishing/protection/family-store.ts'
export { waitingInReports } from './reports/waiting.ts'
export { analysisNavigation, analysisRoutes } from './routes.ts'
export { forgetSheets } from './surveys/results/forget-sheets.ts'
export { sheetTables, surveysEndedBefore } from './surveys/rounds/erasing-store.ts'
export { erasePhotos, photosAddedBefore } from './walks/erasing-store.ts'
