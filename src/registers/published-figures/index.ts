export { countryCode, type Region, regionCodes, regionOf } from './area-code.ts'
export type { NamedArea } from './area-names.ts'
export { EditionEvidence } from './edition.ts'
export { layouts } from './mapping/layouts.ts'
export {
  type AreaLevel,
  areaLevels,
  type Mapping,
  type MissingKind,
  mappingSchema,
  measureKinds,
  missingKinds,
} from './mapping/mapping.ts'
export { nameWithoutPeriod, periodIn } from './mapping/period-columns.ts'
export type { Indicator } from './mapping/plan.ts'
export { type ColumnPreview, type TablePreview, tablePreviews } from './mapping/table-preview.ts'
export {
  type ColumnRole,
  type MappingFault,
  type ToldColumn,
  type ToldPeriods,
  type ToldTable,
  toldMapping,
} from './mapping/told-mapping.ts'
export { formerCodesOf } from './mergers.ts'
export { isPeriod } from './period.ts'
export { type FiguresRead, type ReadingWishes, readFigures } from './read-figures.ts'
export type { Remark } from './remarks.ts'
export type { KeptFigure } from './sums/figure-gatherer.ts'
export { type FigureTotal, missingIn } from './sums/figure-totals.ts'
