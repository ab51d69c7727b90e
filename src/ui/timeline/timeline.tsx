import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-drawings.ts'
import { Name } from '../typed-text/name.tsx'

export type TimelineEntry = {
  readonly key?: string | undefined
  /** When, as people read it; `dateTime` is the same for machines. */
  readonly moment: string
  readonly dateTime?: string | undefined
  readonly who?: string | undefined
  readonly what: string
  readonly icon?: IconName | undefined
  readonly detail?: ComponentChildren
}

export type TimelineProps = { readonly label: string; readonly entries: readonly TimelineEntry[] }

/** What happened, newest or oldest first as given: when, who, what. */
export function Timeline({ label, entries }: TimelineProps) {
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map(({ key, moment, dateTime, who, what, icon = 'circle', detail }) => (
        <li class="timeline-entry" key={key ?? `${moment} ${what}`}>
          <span class="timeline-knot">
            <Icon name={icon} size="small" />
          </span>
          <div class="timeline-words">
            <p class="timeline-what">{what}</p>
            <p class="timeline-when">
              <time datetime={dateTime}>{moment}</time>
              {who ? (
                <span>
                  {' · '}
                  <Name>{who}</Name>
                </span>
              ) : null}
            </p>
            {detail ? <div class="timeline-detail">{detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
