import type { ComponentChildren } from 'preact'

export type ColumnsProps = {
  readonly children: ComponentChildren
  readonly aside: ComponentChildren
  /** Where the narrow part stands on a wide screen; on a phone `start` comes first, `end` comes last. */
  readonly asideAt?: 'start' | 'end' | undefined
  /** What comes under the main part, and on a phone after the narrow part: a history under a card and its acts. */
  readonly below?: ComponentChildren
  /** Name of the narrow part for screen readers; makes it a landmark. */
  readonly asideLabel?: string | undefined
}

/** A wide main part with a narrow part beside it. */
export function Columns({ children, aside, asideAt = 'end', asideLabel, below }: ColumnsProps) {
  const narrow = asideLabel ? (
    <aside class="columns-aside" aria-label={asideLabel}>
      {aside}
    </aside>
  ) : (
    <div class="columns-aside">{aside}</div>
  )
  return (
    <div class="columns-room">
      <div class={`columns aside-${asideAt}`}>
        {asideAt === 'start' ? narrow : null}
        <div class="columns-main">{children}</div>
        {asideAt === 'end' ? narrow : null}
        {below ? <div class="columns-below">{below}</div> : null}
      </div>
    </div>
  )
}
