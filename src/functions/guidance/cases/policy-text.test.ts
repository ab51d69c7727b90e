import { expect, test } from 'vitest'
import { personalDataIn } from './policy-text.ts'

const person = { givenName: 'Zoë', familyName: 'Van den Broeck', called: 'Zo' }

test.each([
  ['a given name, without its accent', 'Zoe wacht al een jaar.'],
  ['a family name', 'Het gezin van den broeck wacht.'],
  ['a telephone number', 'Bel 0470 12 34 56.'],
  ['an e-mail address', 'Schrijf naar iemand@voorbeeld.be.'],
  ['a national number', 'Nummer 85.07.30-033.28.'],
])('P14 %s does not go into a policy signal', (_what, text) => {
  expect(personalDataIn(text, person)).toBe(true)
})

test.each(['Wie een premie vraagt, wacht meer dan een jaar op antwoord.', 'Het formulier bestaat alleen online.'])(
  '"%s" points at nobody',
  (text) => {
    expect(personalDataIn(text, { ...person, familyName: 'El Amrani' })).toBe(false)
  },
)
