/** For commands that may not load pages: the same as in `index.ts`. */
export {
  type FiguresToImport,
  type ImportedFigures,
  importFigures,
  type NotImported,
} from './figures/import-figures.ts'
export type { StatedProvenance } from './figures/provenance.ts'
export { figuresChanged } from './publishing/protection/family-store.ts'
