import type { ComponentChildren } from 'preact'

export type FigureTableProps = {
  readonly caption: string
  /** The first names the rows. */
  readonly headings: readonly string[]
  readonly rows: readonly FigureRow[]
}

export type FigureRow = {
  readonly key: string
  readonly name: ComponentChildren
  readonly cells: readonly ComponentChildren[]
}

/** The figures of a picture in full. As bare as can be, for a map has seven hundred rows: a `th` that begins a row names it by itself. */
export function FigureTable({ caption, headings, rows }: FigureTableProps) {
  return (
    // NOTE: rows may be wider than a phone; who has no pointer scrolls them once the region has focus.
    <section class="table-room table-compact" aria-label={caption} {...{ tabindex: 0 }}>
      <table class="table figure-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead class="table-head">
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th>{name}</th>
              {cells.map((cell, place) => (
                <td key={headings[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A name that opens its page where there is one. */
export function RowName({ name, href }: { readonly name: string; readonly href?: string | undefined }) {
  return href ? <a href={href}>{name}</a> : name
}
