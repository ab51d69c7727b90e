// `npm run map-page --prefix bench`: a page with a shaded map of all sectors of a file, table included, beside Vega-Lite's SVG of the
// same areas. Writes a section of results.md.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import type * as Measuring from './measuring.tsx'

// The pages are TSX, which Node does not read by itself.
const { module } = await runnerImport<typeof Measuring>(fileURLToPath(new URL('measuring.tsx', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
await module.measureMapPages()
