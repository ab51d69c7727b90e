import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { Model } from '../libraries/rights-engine/index.ts'
import { inOneLanguage, phoneLanguages } from './rights-in-one-language.ts'

const generated = fileURLToPath(new URL('../libraries/rights-belgium/generated/model.ts', import.meta.url))
const pattern = new RegExp(`^virtual:rights-belgium/(${phoneLanguages.join('|')})$`)

/** `virtual:rights-belgium/nl`: the rules with the words of one language, a file of its own in the browser's bundle. */
export function rightsOnPhones(): Plugin {
  return {
    name: 'rights-on-phones',
    resolveId: (id) => (pattern.test(id) ? `\0${id}` : null),
    load(id) {
      const [, language] = id.startsWith('\0') ? (pattern.exec(id.slice(1)) ?? []) : []
      const chosen = phoneLanguages.find((one) => one === language)
      if (!chosen) return null
      this.addWatchFile(generated)
      // As text that is parsed: faster on a slow phone than the same as program.
      const json = JSON.stringify(inOneLanguage(modelIn(readFileSync(generated, 'utf8')), chosen))
      return `export const belgium = JSON.parse(${JSON.stringify(json)})`
    },
  }
}

/** The generated file is one JSON text behind `export const belgium: Model =`. */
function modelIn(text: string): Model {
  const marker = 'export const belgium: Model ='
  return JSON.parse(text.slice(text.indexOf(marker) + marker.length)) as Model
}
