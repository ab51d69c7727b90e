import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'

export type LinkListItem = {
  readonly key?: string | undefined
  readonly title: string
  /** Without a link the title is plain text. */
  readonly href?: string | undefined
  readonly description?: ComponentChildren
  /** Small facts under the title: status, due date, tags. */
  readonly meta?: ComponentChildren
  /** What can be done here: buttons, beside on a wide screen. */
  readonly actions?: ComponentChildren
  readonly icon?: IconName | undefined
}

export type LinkListProps = {
  readonly items: readonly LinkListItem[]
  /** Names the list for screen readers. */
  readonly label?: string | undefined
  /** Walk the items with j/k or the arrows and open with Enter (with script). */
  readonly listKeys?: boolean | undefined
  readonly ordered?: boolean | undefined
}

/** Things to open, one a row: what it is, where it stands, what can be done. */
export function LinkList({ items, label, listKeys, ordered }: LinkListProps) {
  const ListTag = ordered ? 'ol' : 'ul'
  return (
    <ListTag class="link-list" aria-label={label} data-list-keys={listKeys ? '' : undefined}>
      {items.map((item) => (
        <li class="link-row" key={item.key ?? item.href ?? item.title} data-list-item={listKeys ? '' : undefined}>
          {item.icon ? <Icon name={item.icon} /> : null}
          <div class="link-row-words">
            <p class="link-row-title">{item.href ? <a href={item.href}>{item.title}</a> : item.title}</p>
            {item.meta ? <div class="link-row-meta">{item.meta}</div> : null}
            {item.description ? <div class="link-row-text">{item.description}</div> : null}
          </div>
          {item.actions ? <div class="link-row-actions">{item.actions}</div> : null}
        </li>
      ))}
    </ListTag>
  )
}

export type ListProps = {
  readonly items: readonly ComponentChildren[]
  readonly look?: 'bullets' | 'numbers' | 'bare' | undefined
}

/** A plain list. */
export function List({ items, look = 'bullets' }: ListProps) {
  const ListTag = look === 'numbers' ? 'ol' : 'ul'
  return (
    <ListTag class={look}>
      {items.map((item, place) => (
        <li key={place}>{item}</li>
      ))}
    </ListTag>
  )
}
