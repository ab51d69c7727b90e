export { demoFigures } from './demo.ts'
export { fields } from './fields.ts'
export {
  type FiguresToImport,
  type ImportedFigures,
  importFigures,
  type NotImported,
} from './figures/import-figures.ts'
export type { StatedProvenance } from './figures/provenance.ts'
export { figuresNavigation, figuresRoutes } from './figures/routes.tsx'
