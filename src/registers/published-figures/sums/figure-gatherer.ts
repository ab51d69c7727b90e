import { countryCode, regionCodes, regionOf } from '../area-code.ts'
import { type Edition, wholeRegions } from '../edition.ts'
import type { Figure } from '../figure.ts'
import type { AreaLevel, MissingKind } from '../mapping/mapping.ts'
import type { Indicator } from '../mapping/plan.ts'
import { refuse } from '../refusal.ts'
import { EditionsSeen } from './editions-seen.ts'
import { type EditionOf, type FigureTotal, FigureTotals } from './figure-totals.ts'
import { OwnFigures } from './own-figures.ts'

/** Whose figures are kept. */
export type GatheringWishes = {
  /** NIS code of the municipality whose figures are kept; without it nothing is kept, only counted. */
  readonly municipality: string | undefined
  /** Sectors known to be the municipality's, for tables that do not say in which municipality an area lies. */
  readonly ownSectors: ReadonlySet<string>
  /** The edition of the codes, when the table does not name it and whoever imports knows better than the year. */
  readonly edition: Edition | undefined
}

/** A figure that is kept: of an area of the municipality, or a sum to compare it with. */
export type KeptFigure = {
  readonly indicator: string
  readonly level: AreaLevel
  readonly areaCode: string
  readonly areaName: string
  readonly edition: Edition
  readonly period: string | null
  readonly value: number | null
  readonly missing: MissingKind | null
  readonly isNotLocalisable: boolean
  /** Added up here from the rows of the file, not published as such. */
  readonly isSummed: boolean
}

export type GatheredFigures = {
  readonly indicators: readonly Indicator[]
  readonly totals: readonly FigureTotal[]
  readonly ofMunicipality: readonly FigureTotal[]
  readonly kept: readonly KeptFigure[]
  readonly columnsWithoutFigures: readonly string[]
  readonly lacksPeriod: boolean
  readonly lacksMunicipality: boolean
}

/** Takes figures one by one: counts the whole, keeps what is the municipality's and adds up what it is compared with. */
export function figureGatherer(wishes: GatheringWishes, file: string) {
  const [whole, region] = [new FigureTotals(), new FigureTotals()]
  const indicators = new Map<string, Indicator>()
  const kept = new Map<string, Figure>()
  const { municipality } = wishes
  const editions = new EditionsSeen(file, wishes.edition)
  const { editionOf } = editions
  const own = municipality === undefined ? undefined : new OwnFigures(municipality, wishes.ownSectors)
  const ownRegion = municipality === undefined ? undefined : regionOf(municipality)
  let [lacksPeriod, lacksMunicipality] = [false, false]

  function take(figure: Figure): void {
    if (!indicators.has(figure.indicator.indicator)) indicators.set(figure.indicator.indicator, figure.indicator)
    lacksPeriod ||= figure.period === undefined
    lacksMunicipality ||= figure.municipality === undefined && figure.level === 'sector'
    whole.add(figure)
    if (figure.municipality !== undefined) {
      if (figure.edition === undefined && figure.value !== 0) editions.see(figure, figure.municipality)
      if (regionOf(figure.municipality) === ownRegion) region.add(figure)
    }
    const isOwn = own?.has(figure) ?? false
    if (isOwn) own?.add(figure)
    if (isComparison(figure, wishes) || (isOwn && !own?.isOfFormer(figure))) keep(figure)
  }

  function keep(figure: Figure): void {
    const key = keyOf(figure.indicator.indicator, figure.level, figure.edition, figure.areaCode, figure.period)
    if (kept.has(key)) {
      const spot = { file, sheet: figure.sheet, line: figure.line, column: figure.indicator.column }
      refuse('doubled', spot, `is a second figure of ${figure.areaCode} for the same period.`)
    }
    kept.set(key, figure)
  }

  function result(): GatheredFigures {
    const totals = whole.totals(editionOf)
    const filled = new Set(totals.map(({ indicator }) => indicator))
    const figures = [...kept.values()]
      .filter(({ indicator }) => filled.has(indicator.indicator))
      .map((figure) => keptFigure(figure, editionOf))
    const sums = own && municipality !== undefined ? sumsFor(municipality, { own, region, whole }, editionOf) : []
    return {
      indicators: [...indicators.values()].filter(({ indicator }) => filled.has(indicator)),
      totals,
      ofMunicipality: own?.totals(editionOf) ?? [],
      kept: [...figures, ...notAmong(figures, sums)],
      columnsWithoutFigures: [...indicators.keys()].filter((indicator) => !filled.has(indicator)),
      lacksPeriod,
      lacksMunicipality,
    }
  }

  return { take, result }
}

type Summed = { readonly own: OwnFigures; readonly region: FigureTotals; readonly whole: FigureTotals }

/** The municipality, its region and the country as sums: each only where the file holds all of what it is made of. */
function sumsFor(nisCode: string, { own, region, whole }: Summed, editionOf: EditionOf): readonly KeptFigure[] {
  const ownRegion = regionOf(nisCode)
  const wholeOf = ({ level, period }: FigureTotal) => wholeRegions(whole.municipalitiesIn(level, period))
  const ofRegion = region.totals(editionOf).filter((total) => wholeOf(total).has(ownRegion))
  const ofCountry = whole.totals(editionOf).filter((total) => wholeOf(total).size === 3)
  return [
    ...own.sums(editionOf).flatMap((total) => sumOf(total, 'municipality', nisCode, total.edition)),
    ...ofRegion.flatMap((total) => sumOf(total, 'region', regionCodes[ownRegion])),
    ...ofCountry.flatMap((total) => sumOf(total, 'country', countryCode)),
  ]
}

/** What was published stands before what comes to the same place as a sum, and of two sums the first. */
function notAmong(published: readonly KeptFigure[], sums: readonly KeptFigure[]): readonly KeptFigure[] {
  const placeOf = (one: KeptFigure) => keyOf(one.indicator, one.level, undefined, one.areaCode, one.period)
  const places = new Set(published.map(placeOf))
  return sums.filter((figure) => {
    const place = placeOf(figure)
    return !places.has(place) && places.add(place)
  })
}

const keyOf = (...parts: readonly (string | null | undefined)[]) => parts.map((part) => part ?? '').join('\0')

function isComparison({ level, areaCode }: Figure, { municipality }: GatheringWishes): boolean {
  if (municipality === undefined) return false
  return level === 'region'
    ? areaCode === regionCodes[regionOf(municipality)]
    : level === 'country' && areaCode === countryCode
}

const keptFigure = (figure: Figure, editionOf: EditionOf): KeptFigure => ({
  indicator: figure.indicator.indicator,
  level: figure.level,
  areaCode: figure.areaCode,
  areaName: figure.areaName,
  edition: editionOf(figure.level, figure.period, figure.edition),
  period: figure.period ?? null,
  value: figure.value ?? null,
  missing: figure.missing ?? null,
  isNotLocalisable: figure.isNotLocalisable,
  isSummed: false,
})

/** The sum as a figure of a larger area; nothing when this kind of figure does not add up. */
function sumOf(
  { indicator, period, total: value, totalIs }: FigureTotal,
  level: AreaLevel,
  areaCode: string,
  edition: Edition = 'fixed',
): readonly KeptFigure[] {
  if (totalIs === 'notSummed') return []
  const missing = totalIs === 'known' ? null : totalIs
  return [
    {
      indicator,
      level,
      areaCode,
      areaName: '',
      edition,
      period,
      value,
      missing,
      isNotLocalisable: false,
      isSummed: true,
    },
  ]
}
