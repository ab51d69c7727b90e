import type { ComponentChildren } from 'preact'
import { ChoiceFilter } from './choices.tsx'
import { describedBy, FieldError, FieldHint, type FieldProps, fieldId } from './field.tsx'

/** One choice among hundreds; `mark` is its `MapMark` when it stands on a map. */
export type OneOfMany = {
  readonly value: string
  readonly label: string
  readonly mark?: ComponentChildren
}

export type ManyCheckboxesProps = Omit<FieldProps, 'optionalText' | 'labelIsHeading'> & {
  readonly choices: readonly OneOfMany[]
  readonly values?: readonly string[] | undefined
  /** Label of the box that narrows the list while typing (with script). */
  readonly filterLabel: string
}

/**
 * Any number of answers out of hundreds: a `CheckboxGroup` of which every line is written as short as it can be, for a line is
 * paid so many times. So a line has no hint, and no identifier but the first, to which an error leads.
 */
export function ManyCheckboxes({ choices, values = [], filterLabel, ...field }: ManyCheckboxesProps) {
  const { name, id = fieldId(name), label, hint, error } = field
  const chosen = new Set(values)
  return (
    <fieldset class={error ? 'field field-wrong' : 'field'} aria-describedby={describedBy(id, hint, error)}>
      <legend class="field-label">{label}</legend>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      <ChoiceFilter label={filterLabel} list={`${id}-list`} />
      <div class="choices choices-many" id={`${id}-list`}>
        {choices.map((choice, index) => (
          <label key={choice.value}>
            <input
              class="choice-box"
              id={index === 0 ? id : undefined}
              name={name}
              type="checkbox"
              value={choice.value}
              checked={chosen.has(choice.value)}
            />
            {choice.mark}
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
