import { inflateSync } from 'node:zlib'

/**
 * Everything a PDF draws and says of itself: its streams unpacked, one after the other, with the words between them. Two papers that
 * differ in one letter, bar or hidden description differ here; when it was made is left out.
 */
export function drawnInPdf(bytes: Uint8Array): string {
  const pdf = Buffer.from(bytes)
  const parts: string[] = []
  let at = 0
  for (let start = pdf.indexOf('stream\n'); start >= 0; start = pdf.indexOf('stream\n', at)) {
    const end = pdf.indexOf('\nendstream', start)
    if (end < 0) break
    parts.push(pdf.toString('latin1', at, start), unpacked(pdf.subarray(start + 'stream\n'.length, end)))
    at = end + '\nendstream'.length
  }
  parts.push(pdf.toString('latin1', at))
  return parts.join('\n').replace(differentEachTime, '')
}

/** The moment it was made, its fingerprint, and where in the file things stand. */
const differentEachTime =
  /<xmp:\w+Date>[^<]*|\(D:\d{14}Z?\)|\/ID \[[^\]]*\]|\/Length \d+|^\d{10} \d{5} [nf].*$|startxref\s+\d+/gm

function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return stream.toString('latin1')
  }
}
