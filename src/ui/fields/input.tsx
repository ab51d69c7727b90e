import { controlOf, FieldFrame, type FieldProps } from './field.tsx'

/** How wide a control shows: for a few digits, a name, or the whole line. */
export type FieldWidth = 'short' | 'medium' | 'full'

export type InputProps = FieldProps & {
  readonly value?: string | number | null | undefined
  readonly width?: FieldWidth | undefined
  readonly autocomplete?: string | undefined
  readonly maxLength?: number | undefined
  readonly readOnly?: boolean | undefined
  /** The id of `Suggestions` on the same page. */
  readonly suggestions?: string | undefined
  /** A unit after the control: "minutes", "%". */
  readonly unit?: string | undefined
  /** Sentence that warns gently when the text holds something like a national or account number. */
  readonly numberPatternWarning?: string | undefined
}

type NativeInput = {
  readonly type: 'text' | 'date' | 'time' | 'email' | 'tel' | 'password' | 'search' | 'url'
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocapitalize?: 'none' | 'characters' | undefined
  readonly look?: 'code' | undefined
  /** Latin script whatever the page: addresses, numbers, codes. */
  readonly leftToRight?: boolean | undefined
}

/** The one-line control behind the typed fields; pages use those. */
export function Input({ field, native }: { readonly field: InputProps; readonly native: NativeInput }) {
  const { look, leftToRight, type, ...attributes } = native
  const control = (
    <input
      {...controlOf(field)}
      {...attributes}
      // One control for all kinds: the types of Preact want each kind written out, though they take the same attributes.
      type={type as 'text'}
      class={`control control-${field.width ?? 'full'}${look ? ` control-${look}` : ''}`}
      value={field.value ?? ''}
      autocomplete={field.autocomplete}
      maxlength={field.maxLength}
      readonly={field.readOnly}
      list={field.suggestions}
      dir={leftToRight ? 'ltr' : undefined}
      data-number-pattern-warning={field.numberPatternWarning}
    />
  )
  return (
    <FieldFrame {...field}>
      {field.unit ? (
        <span class="control-with-unit">
          {control}
          <span class="control-unit">{field.unit}</span>
        </span>
      ) : (
        control
      )}
    </FieldFrame>
  )
}
