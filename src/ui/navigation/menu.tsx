import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'

export type MenuProps = {
  readonly text: string
  readonly icon?: IconName | undefined
  /** Links and forms with one button, below each other. */
  readonly children: ComponentChildren
}

/** More things to do, folded away under one word. Escape and a press elsewhere close it (with script). */
export function Menu({ text, icon, children }: MenuProps) {
  return (
    <details class="menu" data-closes-itself>
      <summary class="button button-secondary">
        {icon ? <Icon name={icon} /> : null}
        <span>{text}</span>
        <Icon name="chevron-down" size="small" />
      </summary>
      <div class="menu-sheet">{children}</div>
    </details>
  )
}
