import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'

/** A place to go with its word. */
export type TextLink = { readonly href: string; readonly text: string }

export type LinkProps = {
  readonly href: string
  readonly icon?: IconName | undefined
  /** `quiet` is underlined only when pointed at. */
  readonly look?: 'plain' | 'quiet' | 'strong' | undefined
  readonly lang?: string | undefined
  readonly download?: boolean | undefined
  /** Lets the browser fetch the page early. Never on pages that write an audit line. */
  readonly likelyNext?: boolean | undefined
  /** One letter that opens this link when nobody is typing. */
  readonly shortcut?: string | undefined
  readonly children: ComponentChildren
}

/** A link in text or in a row of links. */
export function Link({ href, icon, look = 'plain', lang, download, likelyNext, shortcut, children }: LinkProps) {
  return (
    <a
      class={`link link-${look}`}
      href={href}
      lang={lang}
      hreflang={lang}
      download={download}
      data-likely-next={likelyNext ? '' : undefined}
      data-key={shortcut}
      aria-keyshortcuts={shortcut}
    >
      {icon ? <Icon name={icon} size="small" /> : null}
      {children}
    </a>
  )
}
