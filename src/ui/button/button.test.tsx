import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { Button, LinkButton } from './button.tsx'

test('a button sends its form unless told otherwise', () => {
  expect(rendered(<Button>Bewaren</Button>, 'button')[0]?.attributes.type).toBe('submit')
  expect(rendered(<Button type="button">Tel</Button>, 'button')[0]?.attributes.type).toBe('button')
  expect(rendered(<Button prints>Afdrukken</Button>, 'button')[0]?.attributes).toMatchObject({
    type: 'button',
    'data-print': '',
  })
})

test('a button in a row of many says for screen readers what it is about', () => {
  expect(rendered(<Button about="over Kerkstraat">Bellen</Button>, 'button')[0]?.text).toBe('Bellen over Kerkstraat')
})

test('a shortcut is told to the script and to screen readers, and its letter is no part of the name', () => {
  const link = (
    <LinkButton href="/cards/new" shortcut="n">
      Nieuwe kaart
    </LinkButton>
  )
  expect(rendered(link, 'a')[0]?.attributes).toMatchObject({ 'data-key': 'n', 'aria-keyshortcuts': 'n' })
  expect(rendered(link, 'span').find(({ text }) => text === 'n')?.attributes['aria-hidden']).toBe('true')
})

test('the browser fetches early only where it is asked to', () => {
  expect(rendered(<LinkButton href="/a">A</LinkButton>, 'a')[0]?.attributes).not.toHaveProperty('data-likely-next')
  expect(
    rendered(
      <LinkButton href="/a" likelyNext>
        A
      </LinkButton>,
      'a',
    )[0]?.attributes,
  ).toHaveProperty('data-likely-next')
})
