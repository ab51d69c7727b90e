import type { ComponentChildren } from 'preact'

/** A word with what it is here; left out when `value` is absent. */
export type Description = { readonly term: string; readonly value: ComponentChildren }

export type DescriptionListProps = {
  readonly items: readonly Description[]
  readonly look?: 'beside' | 'below' | undefined
}

/** Facts as pairs of name and value. */
export function DescriptionList({ items, look = 'beside' }: DescriptionListProps) {
  return (
    <dl class={`facts facts-${look}`}>
      {items.map(({ term, value }) =>
        value === undefined || value === null ? null : (
          <div class="fact" key={term}>
            <dt class="fact-term">{term}</dt>
            <dd class="fact-value">{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
