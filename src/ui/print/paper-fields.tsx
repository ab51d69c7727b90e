export type WritingLinesProps = {
  /** Stands before the first line; absent under a heading that asks. */
  readonly label?: string | undefined
  readonly lines: number
}

/** Lines to write on with a pen. */
export function WritingLines({ label, lines }: WritingLinesProps) {
  return (
    <div class="writing-lines">
      {label ? <p class="writing-label">{label}</p> : null}
      {Array.from({ length: lines }, (_, line) => (
        <div class="writing-line" key={line} />
      ))}
    </div>
  )
}

export type TickListProps = {
  readonly label: string
  readonly items: readonly string[]
  /** A wide box to write a number in, instead of a box to tick. */
  readonly isCounted?: boolean | undefined
}

/** Boxes to tick or count in with a pen. */
export function TickList({ label, items, isCounted }: TickListProps) {
  return (
    <div class="tick-list">
      <p class="writing-label">{label}</p>
      <ul class="tick-items">
        {items.map((item) => (
          <li class="tick-item" key={item}>
            <span class={isCounted ? 'tick-box tick-count' : 'tick-box'} aria-hidden="true" />
            {item}
          </li>
        ))}
      </ul>
    </div>
  )
}
