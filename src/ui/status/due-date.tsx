import { Icon } from '../icon/icon.tsx'

export type DueDateProps = {
  /** The date in words: "morgen", "3 dagen te laat". */
  readonly words: string
  /** The exact date as people write it. */
  readonly date: string
  /** The same as ISO date or moment, for machines. */
  readonly dateTime?: string | undefined
  readonly overdue?: boolean | undefined
}

/** By when something was promised, in words with the exact date beside. */
export function DueDate({ words, date, dateTime, overdue }: DueDateProps) {
  return (
    <span class={overdue ? 'due due-over' : 'due'}>
      <span class="due-when">
        <Icon name={overdue ? 'triangle-alert' : 'clock'} size="small" />
        <span class="due-words">{words}</span>
      </span>
      <time class="due-date" datetime={dateTime}>
        {date}
      </time>
    </span>
  )
}
