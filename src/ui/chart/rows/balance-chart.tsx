import { FigureTable, RowName } from '../figure-table.tsx'
import { Picture, type PictureProps } from '../picture.tsx'
import type { Plotted } from '../plotted.ts'
import { numbersOf, percent, type Scale, scaleOver } from '../scale.ts'

export type BalanceRow = {
  readonly key: string
  readonly name: string
  readonly href?: string | undefined
  readonly left: Plotted
  readonly right: Plotted
}

export type BalanceChartProps = PictureProps & {
  readonly rows: readonly BalanceRow[]
  readonly words: { readonly row: string; readonly left: string; readonly right: string }
}

/** Two sides of each row against each other on one scale: strengths on the side where reading begins, needs on the other. */
export function BalanceChart(props: BalanceChartProps) {
  const { title, rows, words } = props
  const scale = scaleOver(numbersOf(rows.flatMap(({ left, right }) => [left, right])))
  return (
    <Picture
      {...props}
      figures={
        <FigureTable
          caption={title}
          headings={[words.row, words.left, words.right]}
          rows={rows.map(({ key, name, left, right }) => ({ key, name, cells: [left.text, right.text] }))}
        />
      }
    >
      <div class="chart">
        <div class="balance-head">
          <strong>{words.left}</strong>
          <strong>{words.right}</strong>
        </div>
        <ul class="chart-rows">
          {rows.map(({ key, name, href, left, right }) => (
            <li key={key} class="balance-row">
              <span class="balance-name">
                <RowName name={name} href={href} />
              </span>
              <Side figure={left} scale={scale} side="left" about={words.left} />
              <Side figure={right} scale={scale} side="right" about={words.right} />
            </li>
          ))}
        </ul>
      </div>
    </Picture>
  )
}

type SideProps = {
  readonly figure: Plotted
  readonly scale: Scale
  readonly side: 'left' | 'right'
  readonly about: string
}

function Side({ figure: { value, text }, scale, side, about }: SideProps) {
  return (
    <span class={`balance-side balance-${side}`}>
      <span class="balance-figure">
        <span class="visually-hidden">{about}: </span>
        {text}
      </span>
      <svg class="chart-plot balance-plot" width="100%" height="22" aria-hidden="true">
        <rect width={percent(typeof value === 'number' ? scale.placeOf(value) : 0)} height="22" rx="3" />
      </svg>
    </span>
  )
}
