import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const file = new URL('results.md', import.meta.url)

/** Puts a section of `results.md` in place of the earlier one under the same heading, or at the end. */
export function writeSection(heading: string, body: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '# Results\n'
  const [top = '', ...sections] = before.split(/\n(?=## )/)
  const others = sections.filter((section) => !section.startsWith(`## ${heading}\n`))
  const day = new Date().toISOString().slice(0, 10)
  const written = [top, ...others, `## ${heading}\n\n${day}\n\n${body}`].map((part) => part.trimEnd())
  writeFileSync(file, `${written.join('\n\n')}\n`)
  console.log(`${heading}\n${body}`)
}

/** The sections after the table of budgets, to keep when that is measured again. */
export function sectionsKept(): string {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const start = text.indexOf('\n## ')
  return start < 0 ? '' : text.slice(start)
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
