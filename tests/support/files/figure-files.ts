import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTables } from '../../../src/platform/published-files/open-tables.ts'
import {
  type FiguresRead,
  type Mapping,
  type ReadingWishes,
  readFigures,
} from '../../../src/registers/published-figures/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-figures-'))
let files = 0

/** Writes a file of figures and gives its path. */
export function figureFile(name: string, content: Buffer | string): string {
  files += 1
  const path = join(folder, `${files}-${name}`)
  writeFileSync(path, content)
  return path
}

/** What a test asks of a file; all may be left out. */
export type AskedOfFigures = {
  readonly municipality?: string
  readonly ownSectors?: readonly string[]
  readonly mapping?: Mapping
  readonly period?: string
  readonly edition?: string
  readonly missing?: ReadingWishes['missing']
  readonly decimal?: ReadingWishes['decimal']
  readonly names?: ReadingWishes['names']
}

/** Reads the figures of the file at `path`. */
export async function figuresOf(path: string, asked: AskedOfFigures = {}): Promise<FiguresRead> {
  const file = await openTables(path)
  try {
    const { missing = {}, ownSectors = [], municipality, mapping, period, edition, decimal, names } = asked
    const wishes = { municipality, mapping, period, edition, decimal, names, missing, ownSectors: new Set(ownSectors) }
    return await readFigures(file, wishes)
  } finally {
    file.close()
  }
}

/** Reads the figures of a file made of these lines. */
export const figuresIn = (lines: readonly string[], asked: AskedOfFigures = {}, name = 'cijfers.csv') =>
  figuresOf(figureFile(name, `${lines.join('\n')}\n`), asked)
