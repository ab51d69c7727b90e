import arabicBold from './fonts/arabic-bold.ttf?inline'
import arabicRegular from './fonts/arabic-regular.ttf?inline'
import cyrillicBold from './fonts/cyrillic-bold.ttf?inline'
import cyrillicRegular from './fonts/cyrillic-regular.ttf?inline'
import latinBeyondBold from './fonts/latin-beyond-bold.ttf?inline'
import latinBeyondRegular from './fonts/latin-beyond-regular.ttf?inline'
import latinBold from './fonts/latin-bold.ttf?inline'
import latinRegular from './fonts/latin-regular.ttf?inline'

/** The fonts of what is printed, as the PDF library wants them; made by fonts/make-fonts.ts. `latinBeyond`: letters such as ğ and ł. */
export const fonts = {
  latin: { regular: bytesOf(latinRegular), bold: bytesOf(latinBold) },
  latinBeyond: { regular: bytesOf(latinBeyondRegular), bold: bytesOf(latinBeyondBold) },
  cyrillic: { regular: bytesOf(cyrillicRegular), bold: bytesOf(cyrillicBold) },
  arabic: { regular: bytesOf(arabicRegular), bold: bytesOf(arabicBold) },
} as const

export type Weight = 'regular' | 'bold'
export type Script = keyof typeof fonts
export const scripts = ['latin', 'latinBeyond', 'cyrillic', 'arabic'] as const satisfies readonly Script[]

function bytesOf(dataUri: string): Buffer {
  return Buffer.from(dataUri.slice(dataUri.indexOf(',') + 1), 'base64')
}
