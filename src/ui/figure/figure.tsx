import type { ComponentChildren } from 'preact'

export type FigureProps = {
  readonly title: string
  /** One sentence that says what the picture shows. */
  readonly caption?: string | undefined
  /** Where the figures come from, with licence and date. */
  readonly source?: ComponentChildren
  readonly children: ComponentChildren
  /** The same content as a table. */
  readonly table: ComponentChildren
  /** What unfolds the table: "Show as a table". */
  readonly tableText: string
}

/** A picture with the same content as a table beside it. */
export function Figure({ title, caption, source, children, table, tableText }: FigureProps) {
  return (
    <figure class="figure">
      <figcaption class="figure-caption">
        <span class="figure-title">{title}</span>
        {caption ? <span class="hint">{caption}</span> : null}
      </figcaption>
      <div class="figure-picture">{children}</div>
      {source ? <p class="figure-source">{source}</p> : null}
      <details class="disclosure">
        <summary class="disclosure-summary">{tableText}</summary>
        {table}
      </details>
    </figure>
  )
}
