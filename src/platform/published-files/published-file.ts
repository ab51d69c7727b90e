import type { PublishedRow } from './row-splitter.ts'

/** One table of a published file. */
export type PublishedTable = {
  readonly file: string
  /** Name of the sheet, or of the file in a zip; absent when the file is the table. */
  readonly sheet: string | undefined
  /** A row of a text has as many cells as its header; a row of a workbook ends with its last filled cell. */
  readonly kind: 'text' | 'workbook'
  /** A sheet that whoever opens the workbook does not see. */
  readonly isHidden?: boolean
  readonly form: Readonly<Record<string, string>>
  readonly remarks: readonly FileRemark[]
  /** Reads the rows from the first, in batches, holding one batch. */
  rows(): AsyncIterable<readonly PublishedRow[]>
}

/** What a reader should know about a file that was accepted. */
export type FileRemark = 'not-utf-8' | 'ends-within-line'

/** A file of tables, opened. `sha256` is of the file as it came, so that the same file is known again. */
export type PublishedFile = {
  readonly file: string
  readonly sha256: string
  readonly tables: readonly PublishedTable[]
  close(): void
}
