import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'

export type StatusProps = {
  readonly word: string
  readonly icon?: IconName | undefined
  /** Weight of the word, never a colour: the state of the work, not of the person. */
  readonly weight?: 'quiet' | 'plain' | 'strong' | undefined
}

/** Where a piece of work stands: a word with an icon in neutral colours. */
export function Status({ word, icon = 'circle-dot', weight = 'plain' }: StatusProps) {
  return (
    <span class={`status status-${weight}`}>
      <Icon name={icon} size="small" /> {word}
    </span>
  )
}

export type TagProps = { readonly children: string; readonly icon?: IconName | undefined }

/** A word that sorts a thing: a theme, a language, a cost. */
export function Tag({ children, icon }: TagProps) {
  return (
    <span class="tag">
      {icon ? <Icon name={icon} size="small" /> : null}
      {children}
    </span>
  )
}

export type CountProps = {
  readonly value: number | string
  /** What is counted, for screen readers: "cards". */
  readonly about?: string | undefined
}

/** How many, in a small round. */
export function Count({ value, about }: CountProps) {
  return (
    <span class="count">
      {value}
      {about ? <span class="visually-hidden"> {about}</span> : null}
    </span>
  )
}
