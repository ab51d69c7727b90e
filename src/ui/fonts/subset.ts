/** Makes the small fonts beside this file: which letters and weights, and why, is in README.md. Run: node src/ui/fonts/subset.ts */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

type SubsetFont = (
  font: Buffer,
  text: string,
  options: {
    targetFormat: 'woff2'
    variationAxes: { wght: { min: number; max: number } }
    keepFeatures: readonly string[]
  },
) => Promise<Buffer>

const requireFrom = createRequire(import.meta.url)
const subsetFont = requireFrom('subset-font') as SubsetFont

await make(
  'atkinson-latin.woff2',
  'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  `${signs(0x20, 0x7e).replace(/[#$<>\\^`{|}~]/g, '')}\u00a0ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜßàâäæçèéêëîïôöùûüáíóúñÁÍÓÚœŒ«»–—‘’“”„•…€°·×²³½ı`,
)
await make(
  'atkinson-turkish.woff2',
  'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  'ĞğİŞş',
)
await make(
  'noto-arabic.woff2',
  'noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
  `${signs(0x621, 0x63a)}${signs(0x641, 0x652)}${signs(0x660, 0x669)}،؛؟`,
)

/** Keeps the letters of `text` at weights 400 to 700, with what joins and spaces them; small capitals and fractions go. */
async function make(file: string, source: string, text: string): Promise<void> {
  const font = readFileSync(requireFrom.resolve(`@fontsource-variable/${source}`))
  const subset = await subsetFont(font, text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    keepFeatures: 'calt ccmp clig curs fina init isol kern liga locl mark medi mkmk rclt rlig tnum'.split(' '),
  })
  writeFileSync(join(import.meta.dirname, file), subset)
  console.log(`${file}: ${subset.length} bytes`)
}

/** The signs from one code point to another, both included. */
function signs(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place)).join('')
}
