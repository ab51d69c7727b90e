import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asvsLines, asvsPage } from '../scripts/generate/asvs.ts'

const lines = asvsLines()
const note = readFileSync('docs/security.md', 'utf8')

/**
 * Requirements of levels 1 and 2 in each section of OWASP ASVS 5.0.0. In every section they come before those of level 3, so a
 * count says which they are; sections with none (3.1, 3.6, 6.7, 15.4) are left out. Source: the CSV that OWASP publishes with it.
 */
const sections: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
  ...{ '17.1': 1, '17.2': 4, '17.3': 2 },
}

test('every requirement of levels 1 and 2 is answered once', () => {
  const asked = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
  )
  expect(asked).toHaveLength(253)
  expect(lines.map(({ requirement }) => requirement).toSorted()).toEqual(asked.toSorted())
  expect(lines.filter(({ level }) => level === '1')).toHaveLength(70)
})

test('what is held names files that are there, and what is not says why', () => {
  const files = [...new Set(lines.flatMap(({ proof }) => proof))]
  expect(files.length).toBeGreaterThan(60)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
  expect(lines.filter(({ stands, proof }) => stands !== 'none' && proof.length === 0)).toEqual([])
  const silent = lines.filter(({ stands, words }) => (stands === 'partly' || stands === 'not held') && words === '')
  expect(silent).toEqual([])
})

test('the page shows what the data file says', () => {
  expect(readFileSync('docs/security/asvs.md', 'utf8')).toBe(asvsPage(lines))
})

test('the note names tests and parts that are there', () => {
  const named = [...note.matchAll(/`((?:src|tests)\/[^`]+)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((path) => !existsSync(path) && !existsSync(`${path}.test.ts`))).toEqual([])
  const headings = [...note.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'))
  const linked = lines.flatMap(({ words }) => [...words.matchAll(/security\.md#([a-z-]+)/g)].map(([, part]) => part))
  expect(linked.length).toBeGreaterThan(5)
  expect(linked.filter((part) => !headings.includes(part ?? ''))).toEqual([])
})
