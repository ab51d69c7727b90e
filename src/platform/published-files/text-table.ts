import type { Readable } from 'node:stream'
import { refusingBreakage } from './published-bytes.ts'
import type { FileRemark, PublishedTable } from './published-file.ts'
import type { Spot } from './refusal.ts'
import { type PublishedRow, RowSplitter } from './row-splitter.ts'
import { type TextForm, textFormOf } from './text-form.ts'
import type { Utf16 } from './utf-16.ts'

/** A text that can be read from its beginning more than once; `encoding` when it was written in another than what comes. */
export type TextSource = Spot & { readonly open: () => Promise<Readable>; readonly encoding?: Utf16 }

/** The table in a text; reads it to its end once, to know how it is written and that it is whole. */
export async function textTable({ open, encoding, ...spot }: TextSource): Promise<PublishedTable> {
  const form = await refusingBreakage(spot, async () => textFormOf(await open(), spot))
  return {
    file: spot.file,
    sheet: spot.sheet,
    kind: 'text',
    form: { encoding: encoding ?? form.encoding, delimiter: form.delimiter === '\t' ? 'tab' : form.delimiter },
    remarks: remarksOn(form),
    rows: () => rowsOf(open, form, spot),
  }
}

async function* rowsOf(open: TextSource['open'], form: TextForm, spot: Spot): AsyncGenerator<readonly PublishedRow[]> {
  const splitter = new RowSplitter(form.delimiter, spot)
  const decoder = new TextDecoder(form.encoding)
  const bytes = await open()
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>)
      yield splitter.push(decoder.decode(chunk, { stream: true }))
    yield [...splitter.push(decoder.decode()), ...splitter.end()]
  } finally {
    bytes.destroy()
  }
}

function remarksOn({ encoding, endsWithinLine }: TextForm): readonly FileRemark[] {
  return [
    ...(encoding === 'utf-8' ? [] : (['not-utf-8'] as const)),
    ...(endsWithinLine ? (['ends-within-line'] as const) : []),
  ]
}
