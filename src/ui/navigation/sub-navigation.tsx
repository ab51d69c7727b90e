import { Count } from '../status/status.tsx'

export type SubNavigationItem = {
  readonly href: string
  readonly text: string
  readonly current?: boolean | undefined
  readonly count?: number | undefined
}

export type SubNavigationProps = { readonly label: string; readonly items: readonly SubNavigationItem[] }

/** Tabs that are links: the parts of one thing. */
export function SubNavigation({ label, items }: SubNavigationProps) {
  return (
    <nav class="sub-navigation" aria-label={label}>
      <ul class="sub-navigation-list">
        {items.map(({ href, text, current, count }) => (
          <li key={href}>
            <a class="sub-navigation-link" href={href} aria-current={current ? 'page' : undefined}>
              {text} {count === undefined ? null : <Count value={count} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
