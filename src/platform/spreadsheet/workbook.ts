/** A sheet of a workbook: its name, and rows of which the first names the columns. */
export type WrittenSheet = {
  readonly name: string
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/**
 * Rows as an xlsx workbook. A text is written as text whatever it begins with, never as a formula; it gets the same apostrophe as in CSV,
 * because it may be saved as CSV next.
 */
export async function workbookOf(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  // Loaded by who asks for one first.
  const { writeXlsx } = await import('hucre/xlsx')
  const written = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(harmless)) }))
  return writeXlsx({ sheets: written })
}

const harmless = (cell: string | number | null) =>
  typeof cell === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell
