import { ChoiceLine } from './choices.tsx'
import { FieldError, type FieldProps, fieldId } from './field.tsx'

export type CheckboxProps = Omit<FieldProps, 'required' | 'optionalText' | 'labelIsHeading'> & {
  /** What is sent when it is ticked; an empty text, which would count as not ticked, is sent as yes. */
  readonly value?: string | undefined
  readonly checked?: boolean | undefined
}

/** One thing to agree to or switch on. */
export function Checkbox({ name, id = fieldId(name), value, checked, label, hint, error }: CheckboxProps) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <FieldError id={id} error={error} />
      <ChoiceLine
        id={id}
        name={name}
        type="checkbox"
        value={value || 'yes'}
        label={label}
        hint={hint}
        checked={checked ?? false}
        invalid={error !== undefined}
      />
    </div>
  )
}
