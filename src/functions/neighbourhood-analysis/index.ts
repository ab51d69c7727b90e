export { fields } from './fields.ts'
export {
  type FiguresToImport,
  type ImportedFigures,
  importFigures,
  type NotImported,
} from './figures/import-figures.ts'
export type { StatedProvenance } from './figures/provenance.ts'
export { figuresNavigation, figuresRoutes } from './figures/routes.tsx'
export { type FigureTotal, missingIn } from './reading/figure-totals.ts'
export { type Mapping, type MissingKind, mappingSchema, missingKinds } from './reading/mapping.ts'
export { isPeriod } from './reading/period.ts'
export { type FiguresRead, type Remark, readFigures } from './reading/read-figures.ts'
