import type { ComponentChildren } from 'preact'
import { Figure } from '../figure/figure.tsx'

/** What every picture has beside its figures. */
export type PictureProps = {
  readonly title: string
  /** One sentence that says what the picture shows, with the period. */
  readonly caption?: string | undefined
  /** Publisher, licence, day: "Bron: Statbel, CC BY 4.0, opgehaald 3 mei 2026". */
  readonly source?: ComponentChildren
  /** What unfolds the table: "Toon als tabel". */
  readonly tableText: string
  /** Another table than the one made of the picture's figures. */
  readonly table?: ComponentChildren
}

/** A picture in its frame; `table` of its figures unless the page gives another. */
export function Picture(
  props: PictureProps & { readonly figures: ComponentChildren; readonly children: ComponentChildren },
) {
  const { title, caption, source, tableText, table, figures, children } = props
  return (
    <Figure title={title} caption={caption} source={source} table={table ?? figures} tableText={tableText}>
      {children}
    </Figure>
  )
}
