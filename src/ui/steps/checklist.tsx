import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'

export type ChecklistItem = {
  readonly text: string
  readonly done: boolean
  readonly hint?: string | undefined
  readonly href?: string | undefined
  /** A form or button to settle it here. */
  readonly action?: ComponentChildren
}

export type ChecklistProps = {
  readonly items: readonly ChecklistItem[]
  /** The words for done and open, read aloud: "in order", "still to do". */
  readonly doneText: string
  readonly openText: string
}

/** What must be in order, in any order: done or still open. */
export function Checklist({ items, doneText, openText }: ChecklistProps) {
  return (
    <ul class="checklist">
      {items.map(({ text, done, hint, href, action }) => (
        <li class={done ? 'check check-done' : 'check'} key={text}>
          <Icon name={done ? 'circle-check' : 'circle-dashed'} />
          <div class="check-words">
            <p>
              {href ? <a href={href}>{text}</a> : text}
              <span class="check-state"> {done ? doneText : openText}</span>
            </p>
            {hint ? <p class="hint">{hint}</p> : null}
          </div>
          {action}
        </li>
      ))}
    </ul>
  )
}
