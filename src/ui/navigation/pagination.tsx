import { Icon } from '../icon/icon.tsx'
import type { TextLink } from '../link/link.tsx'

export type PaginationProps = {
  readonly label: string
  /** Where one is: "26–50 of 312". */
  readonly summary: string
  readonly previous?: TextLink | undefined
  readonly next?: TextLink | undefined
}

/** Forward and back through a long list. */
export function Pagination({ label, summary, previous, next }: PaginationProps) {
  return (
    <nav class="pagination" aria-label={label}>
      {previous ? (
        <a class="button button-secondary" href={previous.href} rel="prev">
          <Icon name="arrow-left" /> {previous.text}
        </a>
      ) : null}
      <p class="pagination-summary">{summary}</p>
      {next ? (
        <a class="button button-secondary" href={next.href} rel="next">
          {next.text} <Icon name="arrow-right" />
        </a>
      ) : null}
    </nav>
  )
}
