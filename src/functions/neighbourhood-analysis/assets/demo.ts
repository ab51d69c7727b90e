import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import type { AnalysisDemo } from '../demo-needs.ts'
import type { AssetKind } from './asset.ts'
import { noteAssets } from './asset-store.ts'

type DemoAsset = {
  readonly kind: Extract<AssetKind, 'place' | 'keyPerson' | 'antennaPoint'>
  readonly name: string
  readonly placeType?: string
  readonly place: string
  /** From the corner of the neighbourhood, as parts of its width and height. */
  readonly spot?: readonly [right: number, up: number]
  readonly isFree?: boolean
  readonly isAccessible?: boolean
  readonly openingHours?: string
  readonly languages?: readonly string[]
  readonly note?: string
}

/** Loads ten places of Netegem, and five people and points where one hears things. */
export async function demoAssets(tx: Tx, world: DemoWorld, needs: AnalysisDemo): Promise<void> {
  const notedBy = needs.staff.communityWorker.userId
  await noteAssets(
    tx,
    demoAssetsOfNetegem.map((asset) => {
      const neighbourhood = needs.neighbourhoods.find(({ name }) => name === asset.place)
      return {
        id: world.id(),
        kind: asset.kind,
        name: asset.name,
        placeType: asset.placeType ?? null,
        organisationId: null,
        serviceId: null,
        neighbourhoodId: neighbourhood?.id ?? null,
        at: neighbourhood && asset.spot ? spotIn(neighbourhood.shape, asset.spot) : null,
        address: null,
        isFree: asset.isFree ?? null,
        isAccessible: asset.isAccessible ?? null,
        openingHours: asset.openingHours ?? null,
        languages: asset.languages ?? [],
        note: asset.note ?? null,
        notedBy,
        notedOn: world.day(-50),
      }
    }),
  )
}

type Shape = AnalysisDemo['neighbourhoods'][number]['shape']

/** A point within the box of an area. */
function spotIn(shape: Shape, [right, up]: readonly [number, number]): readonly [number, number] {
  const points = shape.flat(2)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, low] = [Math.min(...xs), Math.min(...ys)]
  const along = (from: number, to: number, part: number) => Math.round(from + (to - from) * part)
  return [along(left, Math.max(...xs), right), along(low, Math.max(...ys), up)]
}

const demoAssetsOfNetegem: readonly DemoAsset[] = [
  {
    kind: 'place',
    name: 'Bibliotheek Netegem',
    placeType: 'library',
    place: 'Stationsbuurt',
    spot: [0.45, 0.5],
    isFree: true,
    isAccessible: true,
    openingHours: 'di–za 10–18 u.',
    languages: ['nl', 'fr', 'ar'],
  },
  {
    kind: 'place',
    name: 'Dienstencentrum De Linde',
    placeType: 'serviceCentre',
    place: 'Molenwijk',
    spot: [0.5, 0.45],
    isFree: true,
    isAccessible: true,
    openingHours: 'ma–vr 9–17 u.',
    note: 'Wie alleen eet, kan aanschuiven.',
  },
  {
    kind: 'place',
    name: 'Molenpark',
    placeType: 'garden',
    place: 'Molenwijk',
    spot: [0.35, 0.6],
    isFree: true,
    isAccessible: true,
  },
  {
    kind: 'place',
    name: 'Speelplein aan de vaart',
    placeType: 'playground',
    place: 'Molenwijk',
    spot: [0.65, 0.35],
    isFree: true,
    isAccessible: false,
  },
  { kind: 'place', name: 'Café De Statie', placeType: 'cafe', place: 'Stationsbuurt', spot: [0.6, 0.4], isFree: false },
  {
    kind: 'place',
    name: 'Jeugdhuis ’t Spoor',
    placeType: 'youthCentre',
    place: 'Stationsbuurt',
    spot: [0.3, 0.55],
    isFree: true,
    openingHours: 'wo, vr en za vanaf 14 u.',
  },
  { kind: 'place', name: 'Kerk van de Heide', placeType: 'worship', place: 'Heide', spot: [0.5, 0.5], isFree: true },
  {
    kind: 'place',
    name: 'Kantine van de voetbalclub',
    placeType: 'sports',
    place: 'Heide',
    spot: [0.4, 0.4],
    isFree: false,
    isAccessible: true,
    note: 'In de winter spelen de petanquers er binnen.',
  },
  {
    kind: 'place',
    name: 'Apotheek aan het Dorpsplein',
    placeType: 'pharmacy',
    place: 'Stationsbuurt',
    spot: [0.5, 0.6],
  },
  { kind: 'place', name: 'Bakkerij van de Molenwijk', placeType: 'bakery', place: 'Molenwijk', spot: [0.55, 0.55] },
  { kind: 'keyPerson', name: 'uitbater van de bakkerij', place: 'Molenwijk', languages: ['nl', 'tr'] },
  { kind: 'keyPerson', name: 'trainer van de jeugdploeg', place: 'Heide' },
  { kind: 'keyPerson', name: 'ouder die aan de schoolpoort vertaalt', place: 'Stationsbuurt', languages: ['ar', 'nl'] },
  { kind: 'antennaPoint', name: 'Apotheek aan het Dorpsplein', place: 'Stationsbuurt' },
  { kind: 'antennaPoint', name: 'Kapper in de Molenstraat', place: 'Molenwijk' },
]
