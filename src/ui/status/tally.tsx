export type TallyProps = {
  /** A number, or a word where there is none: "hidden". */
  readonly value: number | string
  readonly label: string
  readonly hint?: string | undefined
  readonly href?: string | undefined
  /** `line`: on a narrow screen number and words share one line, where the list below matters more. */
  readonly look?: 'block' | 'line' | undefined
}

/** A big number with what it counts; with `href` it opens the list behind it. */
export function Tally({ value, label, hint, href, look = 'block' }: TallyProps) {
  const words = (
    <>
      <span class={typeof value === 'number' ? 'tally-value' : 'tally-value tally-word'}>{value}</span>
      <span class="tally-label">{label}</span>
    </>
  )
  return (
    <div class={`tally tally-${look}`}>
      {href ? (
        <a class="tally-words" href={href}>
          {words}
        </a>
      ) : (
        <p class="tally-words">{words}</p>
      )}
      {hint ? <p class="hint">{hint}</p> : null}
    </div>
  )
}

export type ProgressBarProps = {
  readonly label: string
  readonly value: number
  readonly max: number
  /** The progress in words: "40 of 120 addresses". */
  readonly text: string
}

/** How far a long work is, with the count in words. */
export function ProgressBar({ label, value, max, text }: ProgressBarProps) {
  return (
    <div class="progress">
      <p class="progress-words">
        <span>{label}</span> <span class="progress-text">{text}</span>
      </p>
      <progress class="progress-bar" value={value} max={max} aria-label={label}>
        {text}
      </progress>
    </div>
  )
}
