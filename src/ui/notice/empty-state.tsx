import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'

export type EmptyStateProps = {
  readonly title: string
  readonly text?: string | undefined
  readonly icon?: IconName | undefined
  /** The button or link for what to do next. */
  readonly action?: ComponentChildren
}

/** A list with nothing in it: why, and what to do next. */
export function EmptyState({ title, text, icon = 'inbox', action }: EmptyStateProps) {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon name={icon} size="large" />
      </span>
      <p class="empty-title">{title}</p>
      {text ? <p class="empty-text">{text}</p> : null}
      {action}
    </div>
  )
}
