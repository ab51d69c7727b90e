import { rightsByParameter } from '../../../libraries/rights-belgium/used-by.ts'
import type { Model } from '../../../libraries/rights-engine/index.ts'
import { generated, row } from './page.ts'

/** The list of all rights, in the order of the chapters. */
export function rightsIndex(model: Model, cases: Readonly<Record<string, readonly unknown[]>>): string {
  const rights = Object.entries(model.rights).sort(
    ([, a], [, b]) => a.chapter.localeCompare(b.chapter, 'en', { numeric: true }) || (a.name.nl < b.name.nl ? -1 : 1),
  )
  const lines = rights.map(([id, { chapter, name, level, subject, confidence }]) =>
    row([chapter, `[${name.nl}](${id}.md)`, name.en, level, subject, confidence, String((cases[id] ?? []).length)]),
  )
  return `# Rights

${generated}

What the rights check knows: nothing here is legal advice, and no outcome is a promise. The data stand in
\`libraries/rights-belgium\`; what is not known is listed in [gaps](gaps.md).

${row(['chapter', 'right', 'in English', 'level', 'for each', 'confidence', 'cases'])}
${row(['---', '---', '---', '---', '---', '---', '---'])}
${lines.join('\n')}
`
}

/** Every value that is not known, or known only until a day, or from one weak source. Filled by whoever finds it. */
export function gapsPage(model: Model): string {
  const rights = rightsByParameter(model)
  const dated = Object.entries(model.parameters).filter(([, { local }]) => !local)
  const gaps = dated.flatMap(([id, { rows }]) =>
    rows.filter(({ gap }) => gap).map(({ from, note = '' }) => row([`\`${id}\``, from, note, of(id)])),
  )
  const ending = dated.flatMap(([id, { knownUntil, rows }]) =>
    knownUntil && !rows.some(({ gap, from }) => gap && from > knownUntil)
      ? [row([`\`${id}\``, knownUntil, of(id)])]
      : [],
  )
  const weak = dated.flatMap(([id, { rows }]) =>
    rows
      .filter(({ confidence }) => confidence === 'low')
      .map(({ from, value, note = '' }) => row([`\`${id}\``, from, String(value), note, of(id)])),
  )
  const local = Object.entries(model.parameters).filter(([, parameter]) => parameter.local)
  return `# Known gaps

${generated}

Nothing here is filled by guessing. Past a gap a ceiling counts up to 12 % above its last known value as undecided, an amount keeps
its last known value, and the outcome says that it is out of date. \`npx meernet rights freshness\` tells what that means today.

## Values that changed and are not known

${table(['value', 'from', 'what is missing', 'rights'], gaps)}

## Values known only until a day

${table(['value', 'known until', 'rights'], ending)}

## Values from one weak or old source

${table(['value', 'from', 'is', 'note', 'rights'], weak)}

## Values that each municipality enters

${table(
  ['value', 'what', 'rights'],
  local.map(([id, { noun }]) => row([`\`${id}\``, noun.en, of(id)])),
)}
`

  function of(id: string): string {
    return (rights.get(id) ?? ['shown only']).join(', ')
  }
}

function table(head: readonly string[], lines: readonly string[]): string {
  return [row(head), row(head.map(() => '---')), ...lines].join('\n')
}
