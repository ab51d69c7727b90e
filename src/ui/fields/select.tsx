import type { Choice } from './choices.tsx'
import { controlOf, FieldFrame, type FieldProps } from './field.tsx'
import type { FieldWidth } from './input.tsx'

export type SelectProps = FieldProps & {
  readonly choices: readonly Choice[]
  readonly value?: string | null | undefined
  /** First line with an empty value: "Choose…", "All". */
  readonly emptyText?: string | undefined
  readonly width?: FieldWidth | undefined
  /** Sends the form as soon as something is chosen (with script); the button stays for those without. */
  readonly autoSubmit?: boolean | undefined
}

/** One answer out of many, folded away. */
export function Select({ choices, value, emptyText, width = 'medium', autoSubmit, ...field }: SelectProps) {
  return (
    <FieldFrame {...field}>
      <select {...controlOf(field)} class={`control control-${width}`} data-auto-submit={autoSubmit ? '' : undefined}>
        {emptyText === undefined ? null : <option value="">{emptyText}</option>}
        {choices.map((choice) => (
          <option
            key={choice.value}
            value={choice.value}
            selected={choice.value === value}
            disabled={choice.disabled ?? false}
          >
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
