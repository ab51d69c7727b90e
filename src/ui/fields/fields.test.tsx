import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { Checkbox } from './checkbox.tsx'
import { CheckboxGroup, RadioGroup } from './choices.tsx'
import { fieldId } from './field.tsx'
import { HiddenFields } from './hidden-field.tsx'
import { DateField, NumberField } from './number-field.tsx'
import { Select } from './select.tsx'
import { TextArea } from './text-area.tsx'
import { CodeField, EmailField, PasswordField, PhoneField, TextField } from './text-field.tsx'

const choices = [
  { value: 'ordinary', label: 'Gewoon', hint: 'Binnen 14 dagen' },
  { value: 'alarm', label: 'Dringend' },
]

describe('the id of a field', () => {
  test.each([
    ['phone', 'f-phone'],
    ['address.street', 'f-address-street'],
    ['streets[]', 'f-streets'],
    ['street 1', 'f-street-1'],
  ])('of "%s" is "%s"', (name, id) => expect(fieldId(name)).toBe(id))
})

describe('a field', () => {
  test('is tied to its label', () => {
    const field = <TextField name="street" label="Straat" />
    expect(rendered(field, 'label')[0]?.attributes.for).toBe('f-street')
    expect(rendered(field, 'input')[0]?.attributes).toMatchObject({ id: 'f-street', name: 'street', type: 'text' })
  })

  test('is described by its hint and its error, in that order, and is marked wrong', () => {
    const field = <TextField name="street" label="Straat" hint="Zonder nummer" error="Vul een straat in" />
    expect(rendered(field, 'input')[0]?.attributes).toMatchObject({
      'aria-describedby': 'f-street-hint f-street-error',
      'aria-invalid': 'true',
    })
    expect(rendered(field, 'p').map(({ attributes, text }) => [attributes.id, text])).toEqual([
      ['f-street-hint', 'Zonder nummer'],
      ['f-street-error', 'Vul een straat in'],
    ])
  })

  test('without hint and error has no description', () => {
    const [input] = rendered(<TextField name="street" label="Straat" />, 'input')
    expect(input?.attributes).not.toHaveProperty('aria-describedby')
    expect(input?.attributes).not.toHaveProperty('aria-invalid')
  })

  test('keeps what was typed, and writes it safely', () => {
    expect(renderToString(<TextField name="x" label="X" value={'"><script>'} />)).not.toContain('<script>')
    expect(rendered(<NumberField name="minutes" label="Duur" value={45} />, 'input')[0]?.attributes.value).toBe('45')
  })

  test('can be the heading of its page', () => {
    expect(rendered(<PhoneField name="phone" label="Op welk nummer?" labelIsHeading />, 'h1')[0]?.text).toBe(
      'Op welk nummer?',
    )
  })

  test('that may stay empty says so in its label', () => {
    const field = <EmailField name="email" label="E-mail" optionalText="(niet verplicht)" />
    expect(rendered(field, 'label')[0]?.text).toBe('E-mail (niet verplicht)')
  })
})

describe('the keyboard of a phone and the memory of a browser', () => {
  test('fit the kind of field', () => {
    const attributes = (field: Parameters<typeof rendered>[0]) => rendered(field, 'input')[0]?.attributes
    expect(attributes(<PhoneField name="p" label="P" />)).toMatchObject({
      type: 'tel',
      autocomplete: 'tel',
      dir: 'ltr',
    })
    expect(attributes(<NumberField name="n" label="N" />)).toMatchObject({ type: 'text', inputmode: 'numeric' })
    expect(attributes(<DateField name="d" label="D" max="2026-12-31" />)).toMatchObject({
      type: 'date',
      max: '2026-12-31',
    })
    expect(attributes(<CodeField name="c" label="C" digits />)).toMatchObject({
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
    })
    expect(attributes(<CodeField name="c" label="C" />)).toMatchObject({ inputmode: 'text', autocomplete: 'off' })
  })

  test('a password is never given back', () => {
    expect(rendered(<PasswordField name="password" label="Wachtwoord" />, 'input')[0]?.attributes.value).toBe('')
  })
})

describe('a text area', () => {
  test('says how many characters are left, counted on the server too', () => {
    const area = <TextArea name="wish" label="Wens" value="twaalf teken" maxLength={20} countText="Over: #" />
    expect(rendered(area, 'p')[0]).toMatchObject({ attributes: { id: 'f-wish-count' }, text: 'Over: 8' })
    expect(rendered(area, 'textarea')[0]?.attributes['aria-describedby']).toBe('f-wish-count')
  })

  test('without a limit counts nothing', () => {
    expect(rendered(<TextArea name="wish" label="Wens" countText="Over: #" />, 'p')).toEqual([])
  })
})

describe('a group of choices', () => {
  test('has a legend, and a label for each choice', () => {
    const group = <RadioGroup name="urgency" label="Hoe dringend?" choices={choices} />
    expect(rendered(group, 'legend')[0]?.text).toBe('Hoe dringend?')
    expect(rendered(group, 'label').map(({ attributes, text }) => [attributes.for, text])).toEqual([
      ['f-urgency', 'Gewoon'],
      ['f-urgency-2', 'Dringend'],
    ])
  })

  test('gives its first choice the id of the field, so that the error summary leads there', () => {
    const group = <RadioGroup name="urgency" label="Hoe dringend?" choices={choices} error="Kies" />
    expect(rendered(group, 'input')[0]?.attributes.id).toBe(fieldId('urgency'))
    expect(rendered(group, 'fieldset')[0]?.attributes['aria-describedby']).toBe('f-urgency-error')
  })

  test('ticks what was chosen', () => {
    const radios = rendered(<RadioGroup name="u" label="U" choices={choices} value="alarm" />, 'input')
    expect(radios.map(({ attributes }) => 'checked' in attributes)).toEqual([false, true])
    const boxes = rendered(
      <CheckboxGroup name="u" label="U" choices={choices} values={['ordinary', 'alarm']} />,
      'input',
    )
    expect(boxes.map(({ attributes }) => 'checked' in attributes)).toEqual([true, true])
  })

  test('ties the hint of a choice to that choice', () => {
    const group = <RadioGroup name="u" label="U" choices={choices} />
    expect(rendered(group, 'input')[0]?.attributes['aria-describedby']).toBe('f-u-note')
    expect(rendered(group, 'span')[0]).toMatchObject({ attributes: { id: 'f-u-note' }, text: 'Binnen 14 dagen' })
  })

  test('keeps its filter away from those without script', () => {
    const group = <CheckboxGroup name="u" label="U" choices={choices} filterLabel="Zoek" />
    expect(rendered(group, 'div')[0]?.attributes).toHaveProperty('hidden')
    expect(rendered(group, 'input')[0]?.attributes['data-filter-options']).toBe('f-u-list')
  })
})

test('a single box sends "yes" unless told otherwise', () => {
  expect(rendered(<Checkbox name="told" label="Verteld" checked />, 'input')[0]?.attributes).toMatchObject({
    value: 'yes',
    checked: '',
  })
})

test('a single box of a form that is not filled in yet still says yes when it is ticked', () => {
  expect(rendered(<Checkbox name="told" value="" label="Verteld" />, 'input')[0]?.attributes.value).toBe('yes')
})

test('a select shows its empty line first and selects what was chosen', () => {
  const options = rendered(<Select name="u" label="U" emptyText="Kies…" choices={choices} value="alarm" />, 'option')
  expect(options.map(({ text, attributes }) => [text, attributes.value, 'selected' in attributes])).toEqual([
    ['Kies…', '', false],
    ['Gewoon', 'ordinary', false],
    ['Dringend', 'alarm', true],
  ])
})

test('hidden values that are absent are left out', () => {
  const fields = rendered(<HiddenFields values={{ version: '3', from: undefined }} />, 'input')
  expect(fields.map(({ attributes }) => [attributes.name, attributes.value])).toEqual([['version', '3']])
})
