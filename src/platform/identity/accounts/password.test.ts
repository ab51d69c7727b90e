import { expect, test } from 'vitest'
import { type PasswordProblem, passwordProblem } from './password.ts'

const somebody = { name: 'Greet Vandenbroucke', email: 'greet.vdb@netegem.example' }

test.each<[string, PasswordProblem | undefined]>([
  ['kort', 'tooShort'],
  ['elf letters', 'tooShort'],
  ['x'.repeat(129), 'tooLong'],
  ['wachtwoord123', 'tooCommon'],
  ['P@ssw0rd!2026', 'tooCommon'],
  ['Welkom Welkom 1', 'tooCommon'],
  ['azertyuiopqs', 'tooCommon'],
  ['123456789012', 'tooCommon'],
  ['aaaaaaaaaaaaab', 'tooCommon'],
  ['Vandenbroucke1', 'aboutYou'],
  ['greet-meernet', 'aboutYou'],
  ['drie ganzen op het ijs', undefined],
  ['kwikstaart oude brug', undefined],
  ['Gïraf!knoopt-4-dassen', undefined],
])('the password "%s" is %s', (password, problem) => {
  expect(passwordProblem(password, somebody)).toBe(problem)
})
