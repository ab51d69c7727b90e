import { randomBytes } from 'node:crypto'
import { symmetricEncrypt } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { comparableCode, keptAsDigests, newBackupCodes } from './backup-codes.ts'

const secret = randomBytes(32)
const { encrypt, decrypt } = keptAsDigests(secret)
const listIn = (json: string) => JSON.parse(json) as readonly string[]

test('ten codes are made, each different, of 24 signs that nobody takes for another: more than 112 bits', () => {
  const codes = newBackupCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[a-hj-km-np-z2-9]{6}(-[a-hj-km-np-z2-9]{6}){3}$/)
  expect(24 * Math.log2(31)).toBeGreaterThan(112)
})

test('what is kept of a code is not the code, and another installation keeps something else', async () => {
  const [code = ''] = newBackupCodes()
  const kept = await encrypt(JSON.stringify([code]))
  expect(kept).not.toContain(code.slice(0, 6))
  expect(listIn(kept)).toEqual([comparableCode(secret, code)])
  expect(await keptAsDigests(randomBytes(32)).encrypt(JSON.stringify([code]))).not.toBe(kept)
})

test('what is left of a list after a code was used is kept as it is', async () => {
  const [, ...left] = listIn(await decrypt(await encrypt(JSON.stringify(newBackupCodes()))))
  expect(listIn(await encrypt(JSON.stringify(left)))).toEqual(left)
})

test('a list that the library sealed before is read as digests, so that its codes still open', async () => {
  const before = ['aB3dE-fGh1j', 'Zz9xY-wV8ut']
  const sealed = await symmetricEncrypt({ key: secret.toString('base64'), data: JSON.stringify(before) })
  const read = listIn(await decrypt(sealed))
  expect(read).toEqual(before.map((code) => comparableCode(secret, code)))
  expect(listIn(await encrypt(JSON.stringify(read)))).toEqual(read)
})

test('a digest that somebody read in the database opens nothing when it is typed', async () => {
  const [kept = ''] = listIn(await encrypt(JSON.stringify(newBackupCodes())))
  expect(comparableCode(secret, kept)).not.toBe(kept)
})
