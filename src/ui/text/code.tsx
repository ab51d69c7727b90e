export type CodeProps = {
  /** The code as people say it, with its dashes: `K7MP-2QXF`. */
  readonly value: string
  readonly label?: string | undefined
}

/** A short code to read aloud or copy: big, spaced, always left to right. */
export function Code({ value, label }: CodeProps) {
  return (
    <p class="code">
      {label ? <span class="code-label">{label}</span> : null}
      <code class="code-value" dir="ltr" translate={false}>
        {value}
      </code>
    </p>
  )
}
