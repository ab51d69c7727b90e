import type { ComponentChildren } from 'preact'
import { Button } from '../button/button.tsx'
import { HiddenFields, type HiddenValues } from '../fields/hidden-field.tsx'
import { Icon } from '../icon/icon.tsx'
import type { TextLink } from '../link/link.tsx'

/** A filter that is on: `href` is the same list without it, `removeText` says so to screen readers. */
export type ActiveFilter = { readonly text: string; readonly href: string; readonly removeText: string }

export type RareFilters = { readonly text: string; readonly isOn: boolean; readonly fields: ComponentChildren }

export type FiltersProps = {
  readonly action: string
  readonly title: string
  readonly applyText: string
  readonly active?: readonly ActiveFilter[] | undefined
  /** Link that takes all filters away. */
  readonly clear?: TextLink | undefined
  /** What must stay in the URL: the sort order. */
  readonly hidden?: HiddenValues | undefined
  /** Folds the fields on a narrow screen under these words, which say what is on: "Filter: open, Molenhoek". */
  readonly foldText?: string | undefined
  /** What stays in sight when the rest folds: the search field. */
  readonly first?: ComponentChildren
  /** What is seldom asked: folded on every screen, open when something of it is on. */
  readonly rare?: RareFilters | undefined
  /** `bar` above a list, `side` in a narrow column. */
  readonly look?: 'bar' | 'side' | undefined
  readonly children: ComponentChildren
}

/** Search and filter of a list, kept in the URL, with the filters that are on as links that take them off. */
export function Filters({
  action,
  title,
  applyText,
  active = [],
  clear,
  hidden,
  foldText,
  first,
  rare,
  look = 'bar',
  children,
}: FiltersProps) {
  const fields = (
    <>
      {children}
      {rare ? <Rare {...rare} /> : null}
    </>
  )
  const form = (shown: ComponentChildren, rest?: ComponentChildren) => (
    <form class="filters-form" action={action} method="get" aria-label={title} novalidate>
      <HiddenFields values={hidden} />
      <div class="filters-fields">{shown}</div>
      {rest}
      <Button look="secondary" icon="search">
        {applyText}
      </Button>
    </form>
  )
  const more = (
    <div class="filters-more">
      <div class="filters-fields">{fields}</div>
    </div>
  )
  return (
    <search class={`filters filters-${look}`}>
      {foldText === undefined ? form([first, fields]) : null}
      {foldText !== undefined && first ? form(first, <Fold text={foldText}>{more}</Fold>) : null}
      {foldText !== undefined && !first ? <Fold text={foldText}>{form(fields)}</Fold> : null}
      {active.length > 0 ? (
        <ul class="filters-active">
          {active.map((filter) => (
            <li key={filter.href}>
              <a class="chip" href={filter.href}>
                {filter.text} <span class="visually-hidden">{filter.removeText}</span>
                <Icon name="x" size="small" />
              </a>
            </li>
          ))}
          {clear ? (
            <li>
              <a class="link link-plain" href={clear.href}>
                {clear.text}
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </search>
  )
}

function Fold({ text, children }: { readonly text: string; readonly children: ComponentChildren }) {
  return (
    <details class="filters-fold">
      <summary class="disclosure-summary">{text}</summary>
      {children}
    </details>
  )
}

function Rare({ text, isOn, fields }: RareFilters) {
  return (
    <details class="filters-rare" open={isOn}>
      <summary class="disclosure-summary">{text}</summary>
      <div class="filters-more">
        <div class="filters-fields">{fields}</div>
      </div>
    </details>
  )
}
