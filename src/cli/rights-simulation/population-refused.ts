/** Where in a population file: `line` counts from 1, `column` is the name of a column or a place in a JSON object. */
export type Spot = { readonly line?: number; readonly column?: string }

export type PopulationRefusalCode =
  | 'file-missing'
  | 'encoding'
  | 'empty'
  | 'header'
  | 'row-shape'
  | 'value'
  | 'doubled'
  | 'other-date'
  | 'parameters'

/** A population file that cannot be worked out: where in it, and what was expected there. */
export class PopulationRefused extends Error {
  override readonly name = 'PopulationRefused'
  readonly code: string
  readonly file: string
  readonly line: number | null
  readonly column: string | null

  constructor(code: PopulationRefusalCode, file: string, { line, column }: Spot, sentence: string) {
    const place = `${line === undefined ? '' : `, line ${line}`}${column === undefined ? '' : `, column ${column}`}`
    super(`${file}${place}: ${sentence}`)
    this.code = code
    this.file = file
    this.line = line ?? null
    this.column = column ?? null
  }
}
