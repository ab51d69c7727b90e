import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openTables } from './open-tables.ts'
import { plainBytes } from './published-bytes.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-bytes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileWith(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('a file longer than the memory it is read in comes whole and in order, also to a slow reader', async () => {
  const content = Buffer.from(Array.from({ length: 500_000 }, (_, at) => (at * 7 + (at >> 8)) % 251))
  const copies: Buffer[] = []
  for await (const chunk of plainBytes(fileWith('long.bin', content)) as AsyncIterable<Buffer>) {
    if (copies.length % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    copies.push(Buffer.from(chunk))
  }
  expect(Buffer.concat(copies).equals(content)).toBe(true)
})

test('a list of facts is held whole, however long', async () => {
  const facts = Array.from({ length: 8000 }, (_, at) => ({ area: `A${at}`, count: at }))
  const file = await openTables(fileWith('facts.json', JSON.stringify({ facts })))
  const rows: string[][] = []
  for await (const batch of file.tables[0]?.rows() ?? []) rows.push(...batch.map(({ cells }) => [...cells]))
  file.close()
  expect(rows.slice(1).map(([area]) => area)).toEqual(facts.map(({ area }) => area))
})

test('a file that is not there, or that nobody goes on reading, is no trouble', async () => {
  await expect(plainBytes(join(folder, 'none.csv')).toArray()).rejects.toMatchObject({ code: 'ENOENT' })
  for await (const chunk of plainBytes(fileWith('a.csv', 'a;b'))) {
    expect(String(chunk)).toBe('a;b')
    break
  }
})
