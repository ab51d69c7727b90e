import { elementsOf, type Markup, readText } from './markup.ts'

/** What is filled in at a label: text, the label of a choice, several of them, or a box ticked or not. */
export type FilledIn = Readonly<Record<string, string | readonly string[] | boolean>>

/**
 * What a browser would send of `form` with `filled` in it. Fields are found by their label, choices by theirs; what is not
 * named stays as the page has it. Refuses a label or a choice that is not there, and says which are.
 */
export function filledFields(form: Markup, filled: FilledIn): [name: string, value: string][] {
  const fields = fieldsOf(form)
  const given = new Map<Field, string | readonly string[] | boolean>()
  for (const [label, value] of Object.entries(filled)) given.set(fieldLabelled(fields, label), value)
  const hidden = elementsOf(form, 'input').filter(({ attributes }) => attributes.type === 'hidden')
  return [
    ...hidden.map(({ attributes }): [string, string] => [attributes.name ?? '', attributes.value ?? '']),
    ...fields.flatMap((field) => sent(field, given.get(field))),
  ]
}

/** Labels of the fields of a form, for a sentence about what is there. */
export const labelsOf = (form: Markup): readonly string[] => fieldsOf(form).map(({ label }) => label)

type Option = { readonly value: string; readonly label: string; readonly isChosen: boolean }
type Field = {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'one' | 'many' | 'box'
  readonly value: string
  readonly options: readonly Option[]
}

function fieldsOf(form: Markup): readonly Field[] {
  const labels = new Map(elementsOf(form, 'label').map((label) => [label.attributes.for, readText(label)]))
  const groups = elementsOf(form, 'fieldset').flatMap((fieldset) => groupOf(fieldset, labels))
  const grouped = new Set(groups.flatMap(({ controls }) => controls))
  const alone = elementsOf(form, 'input', 'select', 'textarea').filter(
    (control) => !grouped.has(control) && isTyped(control),
  )
  return [
    ...groups.map(({ field }) => field),
    ...alone.map((control) => fieldOf(control, labels.get(control.attributes.id) ?? '')),
  ]
}

const isTyped = ({ attributes }: Markup) =>
  attributes.name !== undefined && attributes.type !== 'hidden' && attributes.disabled === undefined

/** Rounds or boxes under one legend that share a name. */
function groupOf(fieldset: Markup, labels: ReadonlyMap<string | undefined, string>) {
  const controls = elementsOf(fieldset, 'input').filter(({ attributes }) => isChoice(attributes.type))
  const [first] = controls
  const legend = elementsOf(fieldset, 'legend')[0]
  const names = new Set(
    elementsOf(fieldset, 'input', 'select', 'textarea')
      .filter(isTyped)
      .map((one) => one.attributes.name),
  )
  if (!first || !legend || names.size !== 1 || elementsOf(fieldset, 'fieldset').length > 0) return []
  const field: Field = {
    name: first.attributes.name ?? '',
    label: readText(legend),
    kind: first.attributes.type === 'radio' ? 'one' : 'many',
    value: '',
    options: controls.map(({ attributes }) => ({
      value: attributes.value ?? 'on',
      label: labels.get(attributes.id) ?? '',
      isChosen: attributes.checked !== undefined,
    })),
  }
  return [{ field, controls }]
}

const isChoice = (type: string | undefined) => type === 'radio' || type === 'checkbox'

function fieldOf(control: Markup, label: string): Field {
  const { tag, attributes } = control
  const base = { name: attributes.name ?? '', label, options: [] }
  if (isChoice(attributes.type))
    return {
      ...base,
      kind: 'box',
      value: '',
      options: [{ value: attributes.value ?? 'on', label, isChosen: attributes.checked !== undefined }],
    }
  if (tag === 'select') {
    const options = elementsOf(control, 'option').map((option) => ({
      value: option.attributes.value ?? readText(option),
      label: readText(option),
      isChosen: option.attributes.selected !== undefined,
    }))
    const first = options.some(({ isChosen }) => isChosen) ? undefined : options[0]
    return {
      ...base,
      kind: 'one',
      value: '',
      options: options.map((one) => (one === first ? { ...one, isChosen: true } : one)),
    }
  }
  const value = tag === 'textarea' ? control.children.join('').replace(/^\n/, '') : (attributes.value ?? '')
  return { ...base, kind: 'text', value }
}

function fieldLabelled(fields: readonly Field[], label: string): Field {
  return theOne(fields, label, (field) => field.label, 'field')
}

function sent(field: Field, given: string | readonly string[] | boolean | undefined): [string, string][] {
  const { name, kind, value, options } = field
  if (kind === 'text') return [[name, given === undefined ? value : String(given)]]
  const chosen =
    given === undefined || given === ''
      ? options.filter(({ isChosen }) => isChosen && given === undefined)
      : typeof given === 'boolean'
        ? options.filter(() => given)
        : [given].flat().map((label) => theOne(options, label, (option) => option.label, `choice of "${field.label}"`))
  return chosen.map((option) => [name, option.value])
}

/** The only one of that name; without it, the only one that begins so; without that, the only one that has it inside. */
export function theOne<Item>(
  items: readonly Item[],
  wanted: string,
  nameOf: (item: Item) => string,
  what: string,
): Item {
  const found = [
    items.filter((item) => nameOf(item) === wanted),
    items.filter((item) => nameOf(item).startsWith(wanted)),
    items.filter((item) => nameOf(item).includes(wanted)),
  ].find((some) => some.length > 0)
  const [only, ...others] = found ?? []
  if (only !== undefined && others.length === 0) return only
  const there = (found ?? items).map(nameOf).join(' | ')
  throw new Error(`${found ? 'More than one' : 'No'} ${what} "${wanted}"; there is: ${there}`)
}
