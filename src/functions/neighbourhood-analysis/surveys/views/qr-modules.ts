import { create as encodeQr } from 'qrcode'

/** The dark and light squares of a QR code for this address, row by row. */
export function modulesOf(link: string): readonly (readonly boolean[])[] {
  const { data, size } = encodeQr(link, { errorCorrectionLevel: 'M' }).modules
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => data[row * size + column] === 1),
  )
}
