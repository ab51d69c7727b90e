export type { Point, Shape } from '../published-areas/index.ts'
export {
  addressById,
  addressesById,
  addressesIn,
  addressesOn,
  chosenAddresses,
  chosenAmong,
  doorplatesOf,
  findAddresses,
  findStreetless,
  neighbourhoodIdsOf,
  neighbourhoodsAt,
  sectorCodesIn,
  streetsOf,
} from './address-store.ts'
export { type AreaShape, areaShapes, areaShapesStamp } from './area-shapes-store.ts'
export type { AreaBridge } from './areas/bridge/bridge.ts'
export { type Bridge, bridgeBetween, type EditionsOf } from './areas/bridge/bridge-store.ts'
export { areasSentTo } from './areas/routes.tsx'
export { type DemoAddress, type DemoNeighbourhood, type DemoPlaces, demoPlaces } from './demo.ts'
export { type DoorsOfArea, doorsIn, doorsOfAreas } from './doors-of-areas-store.ts'
export { neighbourhoodsChanged } from './events.ts'
export { fields } from './fields.ts'
export { type ImportedPlaces, importPlaces } from './import/import-places.ts'
export { placesJobs } from './jobs.ts'
export { editionsOf, mapped, neighbourhoodsOf, shapesOf } from './neighbourhood-store.ts'
export type { AreaPart } from './parts/area-part.ts'
export { neighbourhoodParts, type PartLevel } from './parts/area-part-store.ts'
export type { Address, AreaType, DoorChoice, MappedNeighbourhood, Neighbourhood, Street } from './place.ts'
export { placesNavigation, placesRoutes } from './routes.tsx'
export { streetLines, streetlessPoints } from './street-line-store.ts'
export { isAddressTyped } from './typed-address.ts'
export type { AreaVersion } from './versions/area-version.ts'
export { versionOf, versionsOf } from './versions/version-store.ts'
export { addressLine } from './views/address-line.ts'
export { NeighbourhoodChoice } from './views/neighbourhood-choice.tsx'
export {
  type MappedDoor,
  type MappedStreet,
  NeighbourhoodMap,
  type NeighbourhoodMapProps,
  NeighbourhoodTable,
} from './views/neighbourhood-map.tsx'
export { type PlaceToChoose, StreetChoice } from './views/street-choice.tsx'
