import { appendFileSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { addToJournal, type JournalEntry, readJournal } from './journal-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-journal-'))
const newFile = () => join(folder, `${uuidv7()}.jsonl`)

const lists = (): JournalEntry => ({
  municipalityId: uuidv7(),
  lists: {
    campaignId: uuidv7(),
    destroyedAt: new Date('2027-02-01T02:30:00Z'),
    approvedBy: null,
    ruleReference: 'selectielijst é 12.3',
    ruleDecidedBy: 'college',
    ruleDecidedOn: '2026-09-01',
    ruleDays: 30,
    destroyed: { listedAddresses: 0, roundAddresses: 3, rounds: 1, pairs: 1, letters: 3, optOuts: 0 },
    hash: 'a'.repeat(64),
  },
})

test('a certificate stands in the journal once, however often it is written', async () => {
  const [file, entry] = [newFile(), lists()]
  await addToJournal(file, entry)
  await addToJournal(file, entry)
  expect(await readJournal(file)).toEqual({ entries: [entry], cutOff: 0 })
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('P23 wherever a full disk or a kill cut a line off, it is written again and the journal goes on', async () => {
  const [before, cut, after] = [lists(), lists(), lists()]
  const line = Buffer.from(JSON.stringify(cut))
  const inside = line.indexOf('é') + 1
  for (const length of [1, 10, 19, 60, inside, line.length - 1, line.length]) {
    const file = newFile()
    await addToJournal(file, before)
    appendFileSync(file, line.subarray(0, length))
    for (const entry of [cut, after]) await addToJournal(file, entry)
    expect([length, await readJournal(file)]).toEqual([length, { entries: [before, cut, after], cutOff: 0 }])
  }
})

test('a copy that was made of an unfinished line says so, and what is whole can be followed', async () => {
  const [file, entry] = [newFile(), lists()]
  await addToJournal(file, entry)
  await addToJournal(file, lists())
  truncateSync(file, readFileSync(file).length - 30)
  expect(await readJournal(file)).toEqual({ entries: [entry], cutOff: 1 })
})

test.each(['een gewone brief', '{"municipalityId":"x"}', '[]'])('%s is no journal', async (text) => {
  const file = newFile()
  writeFileSync(file, `${text}\n`)
  await expect(readJournal(file)).rejects.toThrow()
})

test('P23 of several workers each keeps what it deleted: their journals are followed together, what stands in two once', async () => {
  const [one, other] = [newFile(), newFile()]
  const [mine, both, theirs] = [lists(), lists(), lists()]
  for (const entry of [mine, both]) await addToJournal(one, entry)
  for (const entry of [both, theirs]) await addToJournal(other, entry)
  appendFileSync(other, JSON.stringify(mine).slice(0, 80))
  expect(await readJournal(one, other)).toEqual({ entries: [mine, both, theirs], cutOff: 0 })
  expect((await readJournal(other)).cutOff).toBe(1)
})
