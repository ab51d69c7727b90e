import type { Source } from './source.ts'

/** A line made of a part of a file, with how to give that part back when there is no room for it. */
export type Line = { readonly text: string | undefined; leave(): void }

/** The lines that fit within `max` characters, joined, each once; the others are left out. Undefined when there is nothing. */
export function joinedWithin(max: number, separator: string, lines: readonly Line[]): string | undefined {
  let joined = ''
  const seen = new Set<string>()
  for (const { text, leave } of lines) {
    if (text === undefined || seen.has(text)) continue
    const longer = joined === '' ? text : joined + separator + text
    if (longer.length > max) leave()
    else joined = longer
    seen.add(text)
  }
  return joined || undefined
}

/** One text of a file as a line. */
export function lineOf(source: Source, name: string): Line {
  return { text: source.text(name), leave: () => source.leave(name) }
}
