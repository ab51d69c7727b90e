import PDFDocument from 'pdfkit'
import { expect, test } from 'vitest'
import { drawnInPdf } from './support/drawn-in-pdf.ts'

/** A page with a sentence and a bar, and a description that only a screen reader tells. */
async function paper(sentence: string, { width = 10, told = 'een balk' } = {}): Promise<Uint8Array> {
  const document = new PDFDocument({ tagged: true })
  const parts: Buffer[] = []
  const done = new Promise((resolve) => document.on('end', resolve))
  document.on('data', (part: Buffer) => void parts.push(part))
  document.text(sentence)
  document.addStructure(document.struct('Figure', { alt: told }, () => void document.rect(20, 20, width, 5).fill()))
  document.end()
  await done
  return Buffer.concat(parts)
}

test('papers that differ in a number, in the width of a bar or in what is told of it, differ', async () => {
  const one = drawnInPdf(await paper('3 mensen'))
  for (const other of [paper('2 mensen'), paper('3 mensen', { width: 11 }), paper('3 mensen', { told: 'drie' })])
    expect(drawnInPdf(await other)).not.toBe(one)
})

test('the same paper made again is the same', async () => {
  expect(drawnInPdf(await paper('3 mensen'))).toBe(drawnInPdf(await paper('3 mensen')))
})
