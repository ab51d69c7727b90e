import type { IsoDate } from '@meernet/calendar'
import { isKnown, type Value } from '@meernet/statistics'
import type { Tx } from '../../../platform/database/transact.ts'
import { type DoorsOfArea, doorsIn, doorsOfAreas, neighbourhoodsOf } from '../../../registers/places/index.ts'
import type { PlacedAsset } from '../assets/asset.ts'
import { assetsOf } from '../assets/assets-of.ts'
import { isMeetingPlace } from '../assets/place-type.ts'
import { indicatorFigures } from '../indicators/indicator-figures.ts'
import { countedNeighbourhood } from './counted-neighbourhood.ts'
import type { CountedArea, OwnCount, OwnFigure } from './own-dataset.ts'
import { ownEdition } from './own-edition.ts'
import { type PlacesAround, type PlacesOfArea, placeFigures, placeIndicators } from './place-figures.ts'
import type { Points } from './walking-distance.ts'

type Asked = {
  readonly nisCode: string
  readonly municipality: string
  readonly source: string
  readonly today: IsoDate
}

/** Indicators of the catalogue that are so many per thousand people, and the count they are made of. */
const perThousand = [
  { indicator: 'meetingPlaces', of: 'meetingPlaceCount' },
  { indicator: 'associationsActive', of: 'activeAssociationCount' },
] as const

/** Counts places, associations, shops and stops in and around each sector and neighbourhood, and in the whole municipality. */
export async function countPlaces(tx: Tx, { nisCode, municipality, source, today }: Asked): Promise<OwnCount> {
  const assets = await assetsOf(tx)
  const own = new Set((await neighbourhoodsOf(tx)).map(({ id }) => id))
  const figuresOf = placeFigures(aroundIn(assets))
  const period = today.slice(0, 4)
  const peopleIn = await populationBy(tx)
  const whole = {
    area: { level: 'municipality', edition: ownEdition, code: nisCode, name: municipality },
    id: '',
  } as const
  const places = [
    { ...whole, doors: pointsOf(await doorsIn(tx, nisCode)), held: assets },
    ...(await doorsOfAreas(tx)).map((area) => ({
      area: countedArea(area),
      id: area.id,
      doors: pointsOf(area),
      held: own.has(area.id) ? assets.filter(({ neighbourhoodIds }) => neighbourhoodIds.includes(area.id)) : undefined,
    })),
  ]
  const figures = places.flatMap(({ area, id, doors, held }) => {
    const values = figuresOf({ doors, ...inventoryOf(assets, held) })
    const people = peopleIn(id)
    const rates = perThousand.map(({ indicator, of }) => ({ indicator, value: rate(values[of], people) }))
    const all = [...Object.entries(values).map(([indicator, value]) => ({ indicator, value })), ...rates]
    return all.flatMap(({ indicator, value }): OwnFigure[] =>
      area.level === 'sector' && value === 'unknown' ? [] : [{ indicator, area, period, value }],
    )
  })
  const rates = perThousand.map(({ indicator }) => ({ indicator, kind: 'rate', unit: 'per 1,000' }) as const)
  return {
    layout: 'own-places',
    source,
    licence: licenceOf(assets),
    indicators: [...placeIndicators, ...rates],
    figures,
  }
}

/** Points of OpenStreetMap are under its licence, whatever is counted of them. */
const licenceOf = (assets: readonly PlacedAsset[]) =>
  assets.some(({ origin }) => origin === 'openStreetMap') ? 'ODbL, © OpenStreetMap contributors' : 'CC0'

/** What was noted of an area; nothing where nobody noted anything in the whole municipality, or where it is not known what lies there. */
function inventoryOf(
  assets: readonly PlacedAsset[],
  held: readonly PlacedAsset[] | undefined,
): Pick<PlacesOfArea, 'meetingPlaces' | 'associations'> {
  const isMeeting = ({ kind, placeType }: PlacedAsset) => kind === 'place' && isMeetingPlace(placeType)
  const isAssociation = ({ kind }: PlacedAsset) => kind === 'organisation'
  const meeting = held?.filter(isMeeting) ?? []
  const hasMeeting = held !== undefined && assets.some(isMeeting)
  const hasAssociations = held !== undefined && assets.some(isAssociation)
  return {
    meetingPlaces: hasMeeting
      ? {
          places: meeting.length,
          free: meeting.filter(({ isFree }) => isFree === true).length,
          paid: meeting.filter(({ isFree }) => isFree === false).length,
        }
      : undefined,
    associations: hasAssociations
      ? new Set(held.filter(isAssociation).map(({ organisationId }) => organisationId)).size
      : undefined,
  }
}

function aroundIn(assets: readonly PlacedAsset[]): PlacesAround {
  const of = (...types: readonly string[]): Points =>
    assets.flatMap(({ placeType, at }) => (at && placeType !== null && types.includes(placeType) ? [at] : []))
  return { pharmacies: of('pharmacy'), bakeries: of('bakery'), foodShops: of('foodShop'), stops: of('transitStop') }
}

const countedArea = ({ level, ...area }: DoorsOfArea): CountedArea => ({
  ...countedNeighbourhood(area),
  level: level === 'sector' ? 'sector' : 'neighbourhood',
})

const pointsOf = ({ xs, ys }: Pick<DoorsOfArea, 'xs' | 'ys'>): Points => xs.map((x, k) => [x, ys[k] ?? 0] as const)

/** Inhabitants as readers may see them; the municipality under an empty name. */
async function populationBy(tx: Tx): Promise<(neighbourhoodId: string) => Value> {
  const found = await indicatorFigures(tx, 'population', { level: 'neighbourhood' })
  const known = new Map(
    (found?.areas ?? []).flatMap(({ line }) =>
      line && 'neighbourhoodId' in line.place ? [[line.place.neighbourhoodId, line.own.shown.value] as const] : [],
    ),
  )
  const whole = found?.wholes.municipality?.own.shown.value
  return (id) => (id === '' ? whole : known.get(id)) ?? 'unknown'
}

function rate(count: Value, people: Value): Value {
  if (!isKnown(count) || !isKnown(people)) return 'unknown'
  return people === 0 ? 'notApplicable' : Number(((count / people) * 1000).toPrecision(3))
}
