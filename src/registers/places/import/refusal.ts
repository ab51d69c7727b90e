/** Why a file was refused; stable, so that scripts can tell one from another. */
export type RefusalCode =
  | 'file-missing'
  | 'file-kind'
  | 'file-truncated'
  | 'file-damaged'
  | 'encoding'
  | 'projection'
  | 'header'
  | 'row-shape'
  | 'value'
  | 'outside-belgium'
  | 'doubled'
  | 'no-neighbourhoods'
  | 'no-addresses'
  | 'older-edition'

/** Where in a file: `line` counts from 1 and is the record in a shapefile; `column` is the column's name. */
export type Spot = { readonly file: string; readonly line?: number | undefined; readonly column?: string | undefined }

/** A file that is not what it should be. It is refused whole: whoever catches this has written nothing. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly code: RefusalCode
  readonly file: string
  readonly line: number | null
  readonly column: string | null

  constructor(code: RefusalCode, spot: Spot, sentence: string) {
    const line = spot.line === undefined ? '' : `, line ${spot.line}`
    const column = spot.column === undefined ? '' : `, column ${spot.column}`
    super(`${spot.file}${line}${column}: ${sentence}`)
    this.code = code
    this.file = spot.file
    this.line = spot.line ?? null
    this.column = spot.column ?? null
  }
}

export function refuse(code: RefusalCode, spot: Spot, sentence: string): never {
  throw new FileRefused(code, spot, sentence)
}

/** A value as found, short enough for a sentence. */
export function found(value: string): string {
  return value === '' ? 'nothing' : `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`
}
