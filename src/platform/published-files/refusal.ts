/** Why a file was refused, as far as its form goes; stable, so that scripts can tell one from another. */
export type FileRefusalCode =
  | 'file-missing'
  | 'file-kind'
  | 'web-page'
  | 'password'
  | 'several-files'
  | 'too-large'
  | 'file-truncated'
  | 'file-damaged'
  | 'part-of-answer'
  | 'encoding'
  | 'header'
  | 'row-shape'
  | 'line-breaks'
  | 'value'
  | 'doubled'

/**
 * Where in a file: `sheet` is a sheet of a workbook, a layer of a map or a file in a zip, `line` counts from 1 and is the record
 * in a shapefile, `feature` is the place of an area in a file that is not read by lines, `column` is the column's name.
 */
export type Spot = {
  readonly file: string
  readonly sheet?: string | undefined
  readonly line?: number | undefined
  readonly feature?: number | undefined
  readonly column?: string | undefined
}

/** A file that is not what it should be. It is refused whole: whoever catches this has written nothing. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly code: string
  readonly file: string
  readonly sheet: string | null
  /** The feature, where a file has no lines. */
  readonly line: number | null
  readonly column: string | null
  /** What is wrong there and what to do, without the place. */
  readonly sentence: string

  constructor(code: string, { file, sheet, line, feature, column }: Spot, sentence: string) {
    const place = [
      sheet && `sheet ${sheet}`,
      line && `line ${line}`,
      feature && `feature ${feature}`,
      column && `column ${column}`,
    ].filter(Boolean)
    super(`${[file, ...place].join(', ')}: ${sentence}`)
    this.code = code
    this.file = file
    this.sheet = sheet ?? null
    this.line = line ?? feature ?? null
    this.column = column ?? null
    this.sentence = sentence
  }
}

/** What a refusal says, as plain data: for a page, and to be kept until somebody looks. */
export type Refusal = Pick<FileRefused, 'code' | 'file' | 'sheet' | 'line' | 'column' | 'sentence'>

/** Plain data of an error. */
export function refusalOf({ code, file, sheet, line, column, sentence }: FileRefused): Refusal {
  return { code, file, sheet, line, column, sentence }
}

/** Refuses a file. A module that has reasons of its own names them in `Code`: `refuser<FileRefusalCode | 'projection'>()`. */
export function refuser<Code extends string>(): (code: Code, spot: Spot, sentence: string) => never {
  return (code, spot, sentence) => {
    throw new FileRefused(code, spot, sentence)
  }
}

/** Refuses a file for its form. */
export const refuse: (code: FileRefusalCode, spot: Spot, sentence: string) => never = refuser<FileRefusalCode>()

/** A value as found, short enough for a sentence. */
export function found(value: string): string {
  return value === '' ? 'nothing' : `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`
}
