/** Where a drawing begins on its page, in points from the corner. */
export type At = { readonly x: number; readonly y: number }

/** Inks that stay apart in grey. */
export const inks = { own: '#0f5b55', bar: '#7fb8b0', beside: '#444', level: '#bbb', line: '#777' } as const

type Box = At & { readonly width: number; readonly height: number }

/** Says that a figure is missing or hidden: no length, but lines aslant in a box. */
export function hatchedBox(document: PDFKit.PDFDocument, { x, y, width, height }: Box): void {
  document.save().rect(x, y, width, height).clip().lineWidth(0.6).strokeColor(inks.line)
  for (let from = x - height; from < x + width; from += 5)
    document
      .moveTo(from, y + height)
      .lineTo(from + height, y)
      .stroke()
  document.restore().rect(x, y, width, height).lineWidth(0.5).stroke(inks.line)
}
