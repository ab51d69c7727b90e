/** Two that every workbook has without saying so: `0%` and `0.00%`. */
export const percentFormats: readonly number[] = [9, 10]

/**
 * The styles in which a number is shown as a percentage, by their number in the list of the workbook (`xl/styles.xml`, tags without
 * prefix). Whoever writes `25,1 %` in a spreadsheet puts 0.251 in the file, and the style that shows it so.
 */
export function percentStylesIn(styles: string): ReadonlySet<number> {
  const formats = new Set(percentFormats)
  for (const tag of styles.match(/<numFmt\b[^>]*>/g) ?? [])
    if (showsPercentage(attributeIn(tag, 'formatCode'))) formats.add(Number(attributeIn(tag, 'numFmtId')))
  const cells = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? ''
  const ofCells = (cells.match(/<xf\b[^>]*>/g) ?? []).map((tag) => Number(attributeIn(tag, 'numFmtId')))
  return new Set(ofCells.flatMap((format, style) => (formats.has(format) ? [style] : [])))
}

/** A sign within quotation marks, or behind a backslash, is only written beside the number. */
export const showsPercentage = (format: string) =>
  format
    .replaceAll('&quot;', '"')
    .replaceAll(/"[^"]*"|\\./g, '')
    .includes('%')

const attributeIn = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
