import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { Model } from '../libraries/rights-engine/index.ts'
import { apart, phoneLanguages } from './rights-apart-from-words.ts'

const generated = fileURLToPath(new URL('../libraries/rights-belgium/generated/model.ts', import.meta.url))
const pattern = new RegExp(`^virtual:rights-belgium/(rules|${phoneLanguages.join('|')})$`)

/**
 * `virtual:rights-belgium/rules`: the rules without words, and `virtual:rights-belgium/nl`: the words of one language, each a file of
 * its own in the browser's bundle. A phone that speaks several languages has the rules once.
 */
export function rightsOnPhones(): Plugin {
  return {
    name: 'rights-on-phones',
    resolveId: (id) => (pattern.test(id) ? `\0${id}` : null),
    load(id) {
      const [, part] = id.startsWith('\0') ? (pattern.exec(id.slice(1)) ?? []) : []
      if (!part) return null
      this.addWatchFile(generated)
      const { rules, words } = apart(modelIn(readFileSync(generated, 'utf8')))
      const language = phoneLanguages.find((one) => one === part)
      // As text that is parsed: faster on a slow phone than the same as program.
      const json = JSON.stringify(language ? words[language] : rules)
      return `export const ${language ? 'words' : 'rules'} = JSON.parse(${JSON.stringify(json)})`
    },
  }
}

/** The generated file is one JSON text behind `export const belgium: Model =`. */
function modelIn(text: string): Model {
  const marker = 'export const belgium: Model ='
  return JSON.parse(text.slice(text.indexOf(marker) + marker.length)) as Model
}
