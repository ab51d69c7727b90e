import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'

export type PathStep = {
  readonly text: string
  readonly state: 'done' | 'current' | 'next'
  /** The state in a word, for screen readers: "done", "here now", "to come". */
  readonly stateText: string
  /** When it was done or is promised. */
  readonly moment?: string | undefined
}

export type CardPathProps = {
  readonly label: string
  readonly steps: readonly PathStep[]
  /** One line for a row of a list that says in a word where it is: only the knots can be seen, all is read aloud. */
  readonly isBrief?: boolean | undefined
}

/** The path of a card: where is it now, what comes next. */
export function CardPath({ label, steps, isBrief = false }: CardPathProps) {
  return (
    <div class="path-room">
      <ol class={isBrief ? 'path path-brief' : 'path'} aria-label={label}>
        {steps.map(({ text, state, stateText, moment }) => (
          <li class={`path-step path-${state}`} key={text} aria-current={state === 'current' ? 'step' : undefined}>
            <span class="path-knot">
              <Icon name={icons[state]} size="small" />
            </span>
            <span class={isBrief ? 'visually-hidden' : 'path-words'}>
              <span class="path-text">{text}</span>
              <span class="visually-hidden"> ({stateText})</span>
              {moment ? <span class="path-moment">{moment}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

const icons: Readonly<Record<PathStep['state'], IconName>> = { done: 'check', current: 'circle-dot', next: 'circle' }
