import arabicBold from './fonts/arabic-bold.ttf?inline'
import arabicRegular from './fonts/arabic-regular.ttf?inline'
import latinBold from './fonts/latin-bold.ttf?inline'
import latinRegular from './fonts/latin-regular.ttf?inline'

/** The fonts of the paper card, whole, as the PDF library wants them; made by fonts/make-fonts.ts. */
export const fonts = {
  latin: { regular: bytesOf(latinRegular), bold: bytesOf(latinBold) },
  arabic: { regular: bytesOf(arabicRegular), bold: bytesOf(arabicBold) },
} as const

export type Weight = 'regular' | 'bold'
export type Script = keyof typeof fonts

function bytesOf(dataUri: string): Buffer {
  return Buffer.from(dataUri.slice(dataUri.indexOf(',') + 1), 'base64')
}
