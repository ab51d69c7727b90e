import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { TextField } from '../fields/text-field.tsx'
import { ConfirmPanel } from './confirm-panel.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Filters } from './filters.tsx'
import { Form } from './form.tsx'
import { PasskeyForm, WithoutPasskey } from './passkey-form.tsx'

test('a form posts, is checked by the server and carries its hidden values', () => {
  const form = (
    <Form action="/cards" hidden={{ token: 'abc' }}>
      <TextField name="wish" label="Wens" />
    </Form>
  )
  expect(rendered(form, 'form')[0]?.attributes).toMatchObject({ action: '/cards', method: 'post', novalidate: '' })
  expect(rendered(form, 'input')[0]?.attributes).toMatchObject({ type: 'hidden', name: 'token', value: 'abc' })
})

test('a form that asks for a passkey stays out of sight until a script finds a browser that can', () => {
  const form = (
    <PasskeyForm action="/sign-in/passkey" asks="get" options={{ challenge: 'x' }} refusedText="Dat lukte niet">
      <button type="submit">Meld aan</button>
    </PasskeyForm>
  )
  const { attributes } = rendered(form, 'form')[0] ?? {}
  expect(attributes).toMatchObject({ action: '/sign-in/passkey', method: 'post', 'data-passkey': 'get', hidden: '' })
  expect(rendered(form, 'input')[0]?.attributes).toMatchObject({ name: 'credential', type: 'hidden' })
  expect(rendered(form, 'p')[0]?.attributes).toMatchObject({ role: 'alert', 'data-passkey-refused': 'Dat lukte niet' })
  expect(renderToString(<WithoutPasskey>Met een link</WithoutPasskey>)).toContain('Met een link')
})

describe('an error summary', () => {
  test('links to the fields and takes the focus', () => {
    const summary = (
      <ErrorSummary
        title="Nog te doen"
        errors={[{ field: 'address.street', text: 'Vul een straat in' }, { text: 'Te laat' }]}
      />
    )
    expect(rendered(summary, 'a').map(({ attributes, text }) => [attributes.href, text])).toEqual([
      ['#f-address-street', 'Vul een straat in'],
    ])
    expect(rendered(summary, 'li').map(({ text }) => text)).toEqual(['Vul een straat in', 'Te laat'])
    const [box] = rendered(summary, 'div')
    expect(box?.attributes.role).toBe('alert')
    expect(box?.attributes).toHaveProperty('data-focus-on-load')
  })

  test('without errors is not there', () => {
    expect(renderToString(<ErrorSummary title="Nog te doen" errors={[]} />)).toBe('')
  })
})

test('filters are a GET form, and each filter that is on is a link that takes it off', () => {
  const filters = (
    <Filters
      action="/cards"
      title="Kaarten filteren"
      applyText="Toon"
      hidden={{ sort: 'due' }}
      active={[{ text: 'Molenwijk', href: '/cards?sort=due', removeText: 'weghalen' }]}
    >
      <TextField name="q" label="Zoek" />
    </Filters>
  )
  expect(rendered(filters, 'form')[0]?.attributes).toMatchObject({ method: 'get', 'aria-label': 'Kaarten filteren' })
  expect(rendered(filters, 'input')[0]?.attributes).toMatchObject({ name: 'sort', value: 'due' })
  expect(rendered(filters, 'a').map(({ attributes, text }) => [attributes.href, text])).toEqual([
    ['/cards?sort=due', 'Molenwijk weghalen'],
  ])
})

test('filters that fold on a narrow screen say under which words', () => {
  const filters = (
    <Filters action="/cards" title="Kaarten filteren" applyText="Toon" foldText="Filter: open">
      <TextField name="q" label="Zoek" />
    </Filters>
  )
  expect(rendered(filters, 'summary').map(({ text }) => text)).toEqual(['Filter: open'])
})

test('the search field stays in sight when the other filters fold, in one form with one button', () => {
  const filters = (
    <Filters
      action="/services"
      title="Zoek en filter"
      applyText="Zoek"
      foldText="Meer keuzes"
      first={<TextField name="q" label="Wat zoekt u?" />}
    >
      <TextField name="city" label="Waar" />
    </Filters>
  )
  expect(rendered(filters, 'form')).toHaveLength(1)
  expect(rendered(filters, 'button')).toHaveLength(1)
  expect(rendered(filters, 'details')[0]?.text).toBe('Meer keuzesWaar')
  expect(rendered(filters, 'input').map(({ attributes }) => attributes.name)).toEqual(['q', 'city'])
})

test('a confirmation names what will happen before its one button, with a way out', () => {
  const panel = (
    <ConfirmPanel
      title="Lijst vernietigen?"
      consequences={['De adressen verdwijnen.']}
      action="/lists/1/destruction"
      confirmText="Vernietig"
      cancel={{ href: '/lists/1', text: 'Toch niet' }}
      danger
    />
  )
  expect(rendered(panel, 'h1')[0]?.text).toBe('Lijst vernietigen?')
  expect(rendered(panel, 'li').map(({ text }) => text)).toEqual(['De adressen verdwijnen.'])
  expect(rendered(panel, 'button').map(({ text }) => text)).toEqual(['Vernietig'])
  expect(rendered(panel, 'a')[0]?.attributes.href).toBe('/lists/1')
})
