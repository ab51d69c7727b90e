import type { Missing } from '@meernet/statistics'

/** Words of a shaded map: headings of its table and the signs in its legend. */
export type MapWords = Readonly<Record<Missing, string>> & {
  /** What a row of the table is: "Buurt". */
  readonly area: string
  /** What its figure is: "65 jaar en ouder". */
  readonly figure: string
  readonly approximate: string
  readonly chosen: string
  /** "12 buurten". */
  readonly areas: (count: number) => string
}

/** Words of the buttons around a map that can be zoomed. */
export type ZoomWords = {
  readonly in: string
  readonly out: string
  readonly whole: string
  /** A sentence on the keys: arrows go from area to area. */
  readonly help: string
}
