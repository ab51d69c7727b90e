import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'

/** `alarm` is about danger to a person and interrupts; the others are read when their turn comes. */
export type NoticeKind = 'info' | 'success' | 'attention' | 'alarm'

export type NoticeProps = {
  readonly kind?: NoticeKind | undefined
  readonly title?: string | undefined
  /** Says it aloud when the page opens: for what just happened, not for standing text. */
  readonly announce?: boolean | undefined
  readonly children?: ComponentChildren
}

/** Something to know here: what happened, what to mind. */
export function Notice({ kind = 'info', title, announce, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={kind === 'alarm' ? 'alert' : announce ? 'status' : undefined}>
      <Icon name={icons[kind]} />
      <div class="notice-words">
        {title ? <p class="notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}

const icons: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  success: 'circle-check',
  attention: 'triangle-alert',
  alarm: 'siren',
}
