import type { Missing, Value } from '@meernet/statistics'

/** A figure in a picture: `value` is drawn, `text` is read ("12,3 %", "verborgen", "≈ 1.240"). */
export type Plotted = {
  readonly value: Value
  readonly text: string
  /** Put together of areas that only nearly are it. */
  readonly isApproximate?: boolean | undefined
}

/** A figure with the limits between which it probably lies. */
export type PlottedInterval = Plotted & { readonly low?: number | undefined; readonly high?: number | undefined }

/** The four kinds of missing, in the order of legends. */
export const kindsOfMissing: readonly Missing[] = ['hidden', 'unknown', 'notApplicable', 'empty']

/** The number to draw; undefined when there is none. */
export const drawnValue = ({ value }: Plotted): number | undefined => (typeof value === 'number' ? value : undefined)
