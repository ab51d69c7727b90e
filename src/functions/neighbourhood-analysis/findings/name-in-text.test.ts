import { describe, expect, test } from 'vitest'
import { nameIn } from './name-in-text.ts'

describe('P12 what looks like the name of somebody is asked about', () => {
  test.each([
    ['De winkel van mevrouw Janssens sluit.', 'mevrouw Janssens'],
    ['Buren helpen dhr. Peeters met boodschappen.', 'dhr. Peeters'],
    ['Er is veel steun van Lea Vermeulen in de straat.', 'Lea Vermeulen'],
    ['Iedereen kent er Jan van den Berghe.', 'Jan van den Berghe'],
    ['On aide madame Dubois.', 'madame Dubois'],
  ])('%s', (text, name) => {
    expect(nameIn(text)).toBe(name)
  })
})

test.each([
  'De bakker kent iedereen en hoort veel.',
  'Wie in de Molenstraat woont, wandelt graag naar het park.',
  'Lokaal dienstencentrum De Linde is open voor iedereen.',
  'Er rijdt geen bus na 19 u. In de winter is het donker.',
  'OCMW en CAW zijn bekend.',
])('%s: no name is seen in it', (text) => {
  expect(nameIn(text)).toBeUndefined()
})

test('a place that is called so is no person', () => {
  expect(nameIn('Het plein bij Sint Jozef is groen.')).toBe('Sint Jozef')
  expect(nameIn('Het plein bij Sint Jozef is groen.', ['Sint Jozef'])).toBeUndefined()
})
