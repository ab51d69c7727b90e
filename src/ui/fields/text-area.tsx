import { controlOf, FieldFrame, type FieldProps } from './field.tsx'

export type TextAreaProps = FieldProps & {
  readonly value?: string | null | undefined
  readonly rows?: number | undefined
  readonly maxLength?: number | undefined
  /** Of what is written in it, when that is not the language of the page. */
  readonly lang?: string | undefined
  /** Sentence under the box with `#` where the number of characters left goes: "Tekens over: #". Needs `maxLength`. */
  readonly countText?: string | undefined
  /** Sentence that warns gently when the text holds something like a national or account number. */
  readonly numberPatternWarning?: string | undefined
}

/** Several lines of text, with how much room is left. */
export function TextArea({
  value,
  rows = 4,
  maxLength,
  lang,
  countText,
  numberPatternWarning,
  ...field
}: TextAreaProps) {
  const control = controlOf(field)
  const text = value ?? ''
  const counted = maxLength !== undefined && countText !== undefined
  return (
    <FieldFrame {...field}>
      <textarea
        {...control}
        aria-describedby={
          counted
            ? [control['aria-describedby'], `${control.id}-count`].filter(Boolean).join(' ')
            : control['aria-describedby']
        }
        class="control control-full"
        rows={rows}
        lang={lang}
        maxlength={maxLength}
        dir="auto"
        data-count-characters={counted ? countText : undefined}
        data-number-pattern-warning={numberPatternWarning}
      >
        {text}
      </textarea>
      {counted ? (
        <p class="hint" id={`${control.id}-count`}>
          {countText.replace('#', String(maxLength - text.length))}
        </p>
      ) : null}
    </FieldFrame>
  )
}
