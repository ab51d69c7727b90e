/** Makes the fonts of what is printed: one weight each, as TrueType, for the PDF library embeds no woff2. Run: node <this file>. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

type SubsetFont = (
  font: Buffer,
  text: string,
  options: { targetFormat: 'truetype'; variationAxes: { wght: number } },
) => Promise<Buffer>

const requireFrom = createRequire(import.meta.url)
const subsetFont = requireFrom('subset-font') as SubsetFont
const latin = `${signs(0x20, 0x7e)}${signs(0xa0, 0x17f)}–—‘’“”„•…€`
const latinBeyond = signs(0x100, 0x17f)
const cyrillic = `${signs(0x20, 0x7e)}${signs(0x400, 0x491)}’«»—–`
const arabic = `${signs(0x20, 0x7e)}${signs(0x600, 0x6ff)}${signs(0x200c, 0x200f)}`

for (const [name, wght] of [
  ['regular', 400],
  ['bold', 700],
] as const) {
  await make(
    `latin-${name}.ttf`,
    'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    latin,
    wght,
  )
  await make(
    `latin-beyond-${name}.ttf`,
    'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
    latinBeyond,
    wght,
  )
  await make(`cyrillic-${name}.ttf`, 'noto-sans/files/noto-sans-cyrillic-wght-normal.woff2', cyrillic, wght)
  await make(`arabic-${name}.ttf`, 'noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2', arabic, wght)
}

async function make(file: string, source: string, text: string, wght: number): Promise<void> {
  const font = readFileSync(requireFrom.resolve(`@fontsource-variable/${source}`))
  const made = await subsetFont(font, text, { targetFormat: 'truetype', variationAxes: { wght } })
  writeFileSync(join(import.meta.dirname, file), made)
  console.log(`${file}: ${made.length} bytes`)
}

function signs(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place)).join('')
}
