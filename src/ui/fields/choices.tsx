import type { ComponentChildren } from 'preact'
import { describedBy, FieldError, FieldHint, type FieldProps, fieldId } from './field.tsx'

/** One of the answers of a select, radio group or checkbox group. */
export type Choice = {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  readonly disabled?: boolean | undefined
}

/** A choice that also stands on a map (`MapChoices`). */
export type ChoiceOnMap = Choice & {
  /** The number by which a small map points at it. */
  readonly mark?: string | undefined
  /** A `MapChoice`: it belongs to the label, so a press on it ticks the box. */
  readonly drawing?: ComponentChildren
}

export type GroupProps = FieldProps & {
  readonly choices: readonly ChoiceOnMap[]
  /** Short answers beside each other. */
  readonly inline?: boolean | undefined
}

export type RadioGroupProps = GroupProps & { readonly value?: string | null | undefined }

/** One answer out of a few; all are visible. */
export function RadioGroup({ value, ...group }: RadioGroupProps) {
  return <ChoiceGroup {...group} type="radio" chosen={value ? [value] : []} />
}

export type CheckboxGroupProps = GroupProps & {
  readonly values?: readonly string[] | undefined
  /** Label of a box that narrows a long list while typing (with script). */
  readonly filterLabel?: string | undefined
}

/** Any number of answers. */
export function CheckboxGroup({ values = [], ...group }: CheckboxGroupProps) {
  return <ChoiceGroup {...group} type="checkbox" chosen={values} />
}

type ChoiceGroupProps = GroupProps & {
  readonly type: 'radio' | 'checkbox'
  readonly chosen: readonly string[]
  readonly filterLabel?: string | undefined
}

function ChoiceGroup({ type, chosen, choices, inline, filterLabel, ...field }: ChoiceGroupProps) {
  const { name, id = fieldId(name), label, hint, error, optionalText, labelIsHeading } = field
  const legend = (
    <>
      {label}
      {optionalText ? <span class="field-optional"> {optionalText}</span> : null}
    </>
  )
  return (
    <fieldset
      class={error ? 'field field-wrong' : 'field'}
      aria-describedby={describedBy(id, hint, error)}
      role={type === 'radio' ? 'radiogroup' : undefined}
    >
      <legend class="field-label">{labelIsHeading ? <h1 class="field-heading">{legend}</h1> : legend}</legend>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {filterLabel ? <ChoiceFilter label={filterLabel} list={`${id}-list`} /> : null}
      <div class={classOf(inline, filterLabel !== undefined)} id={`${id}-list`}>
        {choices.map((choice, index) => (
          <ChoiceLine
            key={choice.value}
            {...choice}
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={name}
            type={type}
            checked={chosen.includes(choice.value)}
            invalid={error !== undefined}
          />
        ))}
      </div>
    </fieldset>
  )
}

const classOf = (isInline: boolean | undefined, isLong: boolean) =>
  ['choices', isInline && 'choices-inline', isLong && 'choices-long'].filter(Boolean).join(' ')

type ChoiceLineProps = ChoiceOnMap & {
  readonly id: string
  readonly name: string
  readonly type: 'radio' | 'checkbox'
  readonly checked: boolean
  readonly invalid: boolean
}

/** A box or round with its label; the whole line can be pressed. */
export function ChoiceLine(props: ChoiceLineProps) {
  const { id, name, type, value, label, hint, disabled, checked, invalid, mark, drawing } = props
  return (
    <div class="choice">
      <input
        class="choice-box"
        id={id}
        name={name}
        type={type}
        value={value}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-note` : undefined}
        aria-invalid={invalid && type === 'checkbox' ? 'true' : undefined}
      />
      <label class="choice-label" for={id}>
        {label}
        {mark ? (
          <>
            {' '}
            <span class="choice-mark" aria-hidden="true">
              {mark}
            </span>
          </>
        ) : null}
        {drawing}
      </label>
      {hint ? (
        <span class="hint choice-hint" id={`${id}-note`}>
          {hint}
        </span>
      ) : null}
    </div>
  )
}

/** The box that narrows a list while typing; not there without script. */
export function ChoiceFilter({ label, list }: { readonly label: string; readonly list: string }) {
  return (
    <div class="choice-filter" hidden>
      <label class="hint" for={`${list}-filter`}>
        {label}
      </label>
      <input class="control" id={`${list}-filter`} type="search" autocomplete="off" data-filter-options={list} />
    </div>
  )
}
