// `node scripts/app-icons.ts`: draws the icons of the home-visit app from src/browser/public/icon.svg. Run after changing it.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../tests/support/browser.ts'

const folder = fileURLToPath(new URL('../src/browser/public', import.meta.url))

/** What phones ask for: as drawn, or filled to the edges so that the phone may cut any shape out of it. */
const icons = [
  { file: 'icon-192.png', size: 192, shape: 'drawn' },
  { file: 'icon-512.png', size: 512, shape: 'drawn' },
  { file: 'icon-maskable-512.png', size: 512, shape: 'filled' },
  { file: 'apple-touch-icon.png', size: 180, shape: 'filled' },
] as const

const drawing = await readFile(`${folder}/icon.svg`, 'utf8')
const browser = await launchBrowser()
try {
  for (const { file, size, shape } of icons) {
    await writeFile(`${folder}/${file}`, await picture(browser, shape === 'drawn' ? drawing : filled(drawing), size))
    console.info(`${file}: ${size} × ${size}`)
  }
} finally {
  await browser.close()
}

async function picture(chromium: Browser, svg: string, size: number): Promise<Buffer> {
  const page = await chromium.newPage({ viewport: { width: size, height: size } })
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await page.setContent(`<style>body { margin: 0 } img { display: block; width: 100vw }</style><img src="${source}">`)
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  const bytes = await page.screenshot({ omitBackground: true })
  await page.close()
  return bytes
}

/** Without round corners, and the drawing inside the circle of four fifths that no phone cuts away. */
function filled(svg: string): string {
  const [, attributes = '', background = '', rest = ''] =
    svg.match(/^<svg ([^>]*)><rect [^>]*fill="([^"]+)"[^>]*\/>(.*)<\/svg>\s*$/s) ?? []
  if (!rest) throw new Error('icon.svg is a rectangle with a drawing on it; it has another shape now.')
  return `<svg ${attributes}><rect width="64" height="64" fill="${background}"/><g transform="translate(9.6 9.6) scale(.7)">${rest}</g></svg>`
}
