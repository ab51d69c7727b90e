import type { MapSheet } from '../../../../ui/index.ts'
import type { EvidenceStanding, FindingKind } from '../../findings/finding.ts'
import type { Standing } from '../../heard/heard.ts'
import { frozenFigure } from '../../publishing/frozen-figure.ts'
import type { ShownFigure } from '../../publishing/shown-figure.ts'

/**
 * What a report is made of, as it was on the day it was put together: kept whole, so that a report of three years ago still says what
 * it said. Only what residents may read goes in: figures as they were shown, never a raw count of people (P13).
 */
export type Contents = {
  readonly areas: readonly ReportArea[]
  /** The municipality shaded by one of the figures; null without borders or figures to draw. */
  readonly map: ReportMap | null
  readonly figures: readonly ReportFigure[]
  readonly sources: readonly ReportSource[]
  readonly findings: readonly ReportFinding[]
  readonly places: readonly ReportPlace[]
  readonly heard: readonly ReportVoice[]
}

/** A neighbourhood, or the whole municipality when `id` is null. */
export type ReportArea = {
  readonly id: string | null
  readonly name: string
  readonly edition: string | null
  /** Of its border or composition; null for the municipality. */
  readonly version: number | null
}

/** One indicator of one neighbourhood in one period, beside municipality and region. */
export type ReportFigure = {
  readonly areaId: string | null
  readonly indicator: string
  /** Its name in the file, for one that is in no catalogue. */
  readonly name: string
  readonly theme: string | null
  /** Worth telling in pages and on paper; the others (ages, counts behind a share) are in the files. */
  readonly isKey: boolean
  readonly unit: string
  readonly kind: string
  readonly direction: 'higherIsBetter' | 'lowerIsBetter' | 'context'
  readonly period: string
  readonly own: ShownFigure
  readonly municipality: ShownFigure | null
  readonly region: ShownFigure | null
  /** How sure it is, in the unit of the value; null where it is not known of how many it is. */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** Against municipality or region; null where it cannot be told. */
  readonly compared: 'higher' | 'lower' | 'notClearlyDifferent' | null
  /** With which of them; reports of before that was kept do not say. */
  readonly comparedTo?: 'municipality' | 'region'
  /** Earlier periods, oldest first, this one included. */
  readonly trend: readonly ReportTrendPoint[]
  /** Of the `sources` of the report, all periods together. */
  readonly sourceIds: readonly string[]
  /** Where the figure and those beside it come from; reports of before that was kept say it of all periods together. */
  readonly ownSourceIds?: readonly string[]
}

/** A figure of one period, with that of the municipality where it is known; reports of before that was kept have none beside. */
export type ReportTrendPoint = {
  readonly period: string
  readonly shown: ShownFigure
  readonly municipality?: ShownFigure | null
  /** Where the figure itself comes from; reports of before that was kept say it of all periods together. */
  readonly sourceIds?: readonly string[]
}

/** The figures that pages and paper tell; all of them when none is better known. */
export function keyFigures({ figures }: Pick<Contents, 'figures'>): readonly ReportFigure[] {
  const known = figures.filter(({ isKey }) => isKey)
  return known.length > 0 ? known : figures
}

/** Every neighbourhood of the municipality with its figure of one indicator, as a drawing. */
export type ReportMap = Pick<ReportFigure, 'indicator' | 'name' | 'unit' | 'period' | 'sourceIds'> & {
  readonly sheet: MapSheet
  readonly areas: readonly {
    readonly id: string
    readonly name: string
    readonly shown: ShownFigure
    /** The report is about it. */
    readonly isChosen: boolean
  }[]
}

/** Where figures come from; visible wherever they are shown. */
export type ReportSource = {
  readonly id: string
  readonly source: string
  readonly licence: string
  readonly retrievedOn: string
  readonly fileName: string
  readonly sha256: string
}

/** A strength, need or gap, without a name in it. */
export type ReportFinding = {
  readonly id: string
  readonly kind: FindingKind
  readonly statement: string
  readonly theme: string
  readonly groups: readonly string[]
  readonly areaIds: readonly string[]
  readonly evidence: EvidenceStanding
  /** What residents said of it when they checked it. */
  readonly residentsSaid: string | null
}

/** A place, association or service people can go to. People themselves are left out, also by what they do: readers would know them. */
export type ReportPlace = {
  readonly kind: 'place' | 'organisation' | 'service'
  readonly name: string
  readonly placeType: string | null
  readonly isFree: boolean | null
  readonly isFromOpenStreetMap: boolean
}

/** How a group stands among those who were heard, in words that tell no number (P13). */
export type ReportVoice = { readonly group: string; readonly standing: Standing }

/** Contents as the database kept them. NOTE: written by `saveContents` alone, so they have the shape they were given there. */
export function keptContents(kept: Contents): Contents {
  const shownOrNone = (figure: ShownFigure | null) => figure && frozenFigure(figure)
  const { map } = kept
  return {
    ...kept,
    map: map && { ...map, areas: map.areas.map((area) => ({ ...area, shown: frozenFigure(area.shown) })) },
    figures: kept.figures.map((figure) => ({
      ...figure,
      own: frozenFigure(figure.own),
      municipality: shownOrNone(figure.municipality),
      region: shownOrNone(figure.region),
      trend: figure.trend.map(({ shown, municipality = null, ...point }) => ({
        ...point,
        shown: frozenFigure(shown),
        municipality: shownOrNone(municipality),
      })),
    })),
  }
}
