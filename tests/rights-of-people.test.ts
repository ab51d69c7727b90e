import { expect, test } from 'vitest'
import { erasedTables } from '../src/direction/retention/index.ts'
import { copiedTables } from '../src/direction/rights-of-people/index.ts'
import { fields } from '../src/fields.ts'

const personal = Object.entries(fields).filter(([, { legalGround }]) => legalGround !== 'notPersonal')
const names = (tables: readonly (readonly [string, unknown])[]) => tables.map(([name]) => name)

test('there are tables about people in the register of fields', () => {
  expect(personal.length).toBeGreaterThan(60)
})

test('P16 every table about people is in the copy of somebody’s data, or says why not, and never both', () => {
  const copied = copiedTables()
  const neither = personal.filter(([name, { notInCopy }]) => copied.has(name) === (notInCopy !== undefined))
  expect(names(neither)).toEqual([])
})

test('P15 every table about people is deleted in two steps or by its short term, or says why it stays, and never both', () => {
  const erased = erasedTables()
  const wrong = personal.filter(([name, { stays, retention }]) => {
    const goes = erased.has(name) || retention.mode === 'automatic'
    return goes === (stays !== undefined)
  })
  expect(names(wrong)).toEqual([])
})

test('P15 what stays has a ground and a term in the register, and does not rest on consent', () => {
  const staying = personal.filter(([, { stays }]) => stays !== undefined)
  expect(staying.length).toBeGreaterThan(5)
  expect(names(staying.filter(([, { legalGround }]) => legalGround === 'consent'))).toEqual([])
  expect(names(staying.filter(([, { retention }]) => !/^(P\d+[YMD]|asLongAsUsed)$/.test(retention.term)))).toEqual([])
})

test('the copy and the deletion name no table that the register does not know', () => {
  const known = new Set(Object.keys(fields))
  expect([...copiedTables(), ...erasedTables()].filter((name) => !known.has(name))).toEqual([])
})
