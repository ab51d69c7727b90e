import { frozenFigure } from '../../publishing/frozen-figure.ts'
import type { ShownFigure } from '../../publishing/shown-figure.ts'

/**
 * What a report is made of, as it was on the day it was put together: kept whole, so that a report of three years ago still says what
 * it said. Only what residents may read goes in: figures as they were shown, never a raw count of people (P13).
 */
export type Contents = {
  readonly areas: readonly ReportArea[]
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
  readonly unit: string
  readonly kind: string
  readonly direction: 'higherIsBetter' | 'lowerIsBetter' | 'context'
  readonly period: string
  readonly own: ShownFigure
  readonly municipality: ShownFigure | null
  readonly region: ShownFigure | null
  /** How sure it is, on the scale of the value; null where the counts behind it are not known. */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** Against the municipality; null where it cannot be told. */
  readonly compared: 'higher' | 'lower' | 'notClear' | null
  /** Earlier periods, oldest first, this one included. */
  readonly trend: readonly { readonly period: string; readonly shown: ShownFigure }[]
  /** Places in `sources`. */
  readonly sourceNumbers: readonly number[]
}

/** Where figures come from; visible wherever they are shown. */
export type ReportSource = {
  readonly source: string
  readonly licence: string
  readonly retrievedOn: string
  readonly fileName: string
  readonly sha256: string
  readonly edition: string
}

/** A strength, need or gap, without a name in it. */
export type ReportFinding = {
  readonly id: string
  readonly kind: 'strength' | 'need' | 'gap'
  readonly statement: string
  readonly theme: string
  readonly groups: readonly string[]
  readonly areaIds: readonly string[]
  /** Figures, voices, or both. */
  readonly evidence: 'both' | 'figures' | 'voices' | 'none'
  /** What it rests on, in words and without names. */
  readonly restsOn: readonly string[]
  /** What residents said of it when they checked it. */
  readonly residentsSaid: string | null
}

/** Something there is: a place, an association, a function people know each other by. Never a name of a person. */
export type ReportPlace = {
  readonly name: string
  readonly kind: string
  readonly areaId: string | null
  readonly isFree: boolean | null
}

/** Whether a group was heard, as a band (P13). `null` ratio: its share in the neighbourhood is not known. */
export type ReportVoice = {
  readonly group: string
  readonly heard: 'none' | 'few' | 'heard' | 'unknown'
  /** A band in words of numbers: lower limit, null when hidden or none. */
  readonly atLeast: number | null
}

/** Contents as the database kept them. NOTE: written by `saveContents` alone, so they have the shape they were given there. */
export function keptContents(kept: Contents): Contents {
  const shownOrNone = (figure: ShownFigure | null) => figure && frozenFigure(figure)
  return {
    ...kept,
    figures: kept.figures.map((figure) => ({
      ...figure,
      own: frozenFigure(figure.own),
      municipality: shownOrNone(figure.municipality),
      region: shownOrNone(figure.region),
      trend: figure.trend.map(({ period, shown }) => ({ period, shown: frozenFigure(shown) })),
    })),
  }
}
