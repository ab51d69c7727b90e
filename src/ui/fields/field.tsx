import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'

/** What every field takes. Texts are translated already; `error` is the sentence to show, absent when all is well. */
export type FieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly required?: boolean | undefined
  /** Shown after the label of a field that may stay empty: "(not compulsory)". */
  readonly optionalText?: string | undefined
  /** Only when the same name stands twice on a page; otherwise it follows from `name`. */
  readonly id?: string | undefined
  /** One question a page: the label is the heading of the page. */
  readonly labelIsHeading?: boolean | undefined
}

/** The id of the control of a field, to link to it from elsewhere: `fieldId('address.street')` is `f-address-street`. */
export const fieldId = (name: string): string => `f-${name.replace(/[^\w-]+/g, '-').replace(/-+$/, '')}`

/** Attributes that tie a control to its label, hint and error. */
export type ControlAttributes = {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
  readonly 'aria-required': 'true' | undefined
}

/** Works out the attributes of a control from the props of its field. */
export function controlOf({ name, id = fieldId(name), hint, error, required }: FieldProps): ControlAttributes {
  return {
    id,
    name,
    'aria-describedby': describedBy(id, hint, error),
    'aria-invalid': error ? 'true' : undefined,
    'aria-required': required ? 'true' : undefined,
  }
}

/** The ids of hint and error that exist, for `aria-describedby`. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

type FrameProps = FieldProps & { readonly children: ComponentChildren }

/** Label, hint and error around one control. */
export function FieldFrame({ children, ...field }: FrameProps) {
  const { name, id = fieldId(name), label, hint, error, optionalText, labelIsHeading } = field
  const labelled = (
    <label class="field-label" for={id}>
      {label}
      {optionalText ? <span class="field-optional"> {optionalText}</span> : null}
    </label>
  )
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      {labelIsHeading ? <h1 class="field-heading">{labelled}</h1> : labelled}
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </div>
  )
}

/** The hint of the field with this id. */
export function FieldHint({ id, hint }: { readonly id: string; readonly hint: string | undefined }) {
  if (!hint) return null
  return (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  )
}

/** What is wrong with the field with this id. */
export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (!error) return null
  return (
    <p class="field-error" id={`${id}-error`}>
      <Icon name="triangle-alert" size="small" /> {error}
    </p>
  )
}
