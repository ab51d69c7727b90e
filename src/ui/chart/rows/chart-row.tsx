import type { ComponentChildren } from 'preact'
import { RowName } from '../figure-table.tsx'
import { anchorAt, percent, type Scale } from '../scale.ts'

export type ChartRowProps = {
  readonly name: string
  readonly href?: string | undefined
  /** The figure as it is read. */
  readonly text: string
  /** A few words under it. */
  readonly remark?: string | undefined
  /** The figure says why there is none. */
  readonly isMissing: boolean
  readonly scale: Scale
  /** Marks on the scale, in a drawing of `rowHeight` pixels. */
  readonly children: ComponentChildren
}

/** How many pixels high the drawing in a row is. */
export const rowHeight = 36

/** A row of a picture: name, drawing and figure beside each other; on a phone the drawing under the other two. */
export function ChartRow({ name, href, text, remark, isMissing, scale, children }: ChartRowProps) {
  return (
    <li class="chart-row">
      <span class="chart-row-name">
        <RowName name={name} href={href} />
      </span>
      <svg class="chart-plot chart-row-plot" width="100%" height={rowHeight} aria-hidden="true">
        {scale.numbers.map((number, step) => (
          <line
            key={number}
            class={step === 0 ? 'chart-base' : 'chart-level'}
            x1={percent(scale.placeOf(number))}
            x2={percent(scale.placeOf(number))}
            y1="0"
            y2="100%"
          />
        ))}
        {children}
      </svg>
      <span class="chart-row-figure">
        {isMissing ? <span class="chart-remark">{text}</span> : text}
        {remark ? <span class="chart-remark">{remark}</span> : null}
      </span>
    </li>
  )
}

/** The numbers of the scale under the last row. Every second one where there is little room. */
export function RowAxis({ scale, axisText }: { readonly scale: Scale; readonly axisText: (number: number) => string }) {
  return (
    <li class="chart-row chart-row-axis" aria-hidden="true">
      <svg class="chart-plot chart-row-plot" width="100%" height="24">
        {scale.numbers.map((number, step) => (
          <text
            key={number}
            class={step % 2 === 1 ? 'chart-number chart-number-between' : 'chart-number'}
            x={percent(scale.placeOf(number))}
            y="17"
            text-anchor={anchorAt(scale.placeOf(number))}
          >
            {axisText(number)}
          </text>
        ))}
      </svg>
    </li>
  )
}
