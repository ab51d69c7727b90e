/** For commands that may not load pages: the same as in `index.ts`. */
export { sectorCodesIn } from './address-store.ts'
export { areaNames } from './area-names-store.ts'
export {
  type AreasReadForImport,
  type AreasToImport,
  type KeptFile,
  keepAreas,
  readAreasForImport,
} from './areas/import-areas.ts'
export type { NotKept } from './areas/kept-area.ts'
export {
  type KeptTable,
  keepTable,
  readTableForImport,
  type TableReadForImport,
} from './areas/tables/import-area-tables.ts'
export { readAreaTable } from './areas/tables/read-area-table.ts'
