/** What is printed together, and how many lines of large print it takes. */
export type Printed<T> = { readonly part: T; readonly lines: number }

/** How many lines of large print an A4 sheet holds, and about how many letters a line. */
export const linesOnSheet = 32
const lettersOnLine = 56

/** How many lines words take in large print: one at least. */
export const linesOf = (words: string): number => Math.max(1, Math.ceil(words.length / lettersOnLine))

/**
 * Shares parts among sheets in their order, none cut in two. The first sheet has the head already, the last needs room for the
 * foot, which stands on a sheet of its own where there is none. What is longer than a sheet begins one and runs over.
 */
export function sheetsOf<T>(
  parts: readonly Printed<T>[],
  { head, foot }: { readonly head: number; readonly foot: number },
): readonly (readonly T[])[] {
  const sheets: T[][] = [[]]
  let used = head
  for (const { part, lines } of parts) {
    if (used + lines > linesOnSheet && used > 0) {
      sheets.push([])
      used = 0
    }
    sheets.at(-1)?.push(part)
    used += lines
  }
  return used + foot > linesOnSheet ? [...sheets, []] : sheets
}
