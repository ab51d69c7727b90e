import { IntlMessageFormat } from 'intl-messageformat'

/** What is wrong with a translation of `dutch`, in words; nothing when it can be used as it is. */
export function mistakesIn(translation: string, dutch: string, language: string): readonly string[] {
  try {
    new IntlMessageFormat(translation, language, undefined, { ignoreTag: true })
  } catch (error) {
    return [`the braces are not right (${error instanceof Error ? error.message : 'cannot be read'})`]
  }
  return [
    ...argumentMistakes(translation, dutch),
    ...pluralMistakes(translation, language),
    ...markMistakes(translation),
  ]
}

/** The names in braces that a sentence uses, in alphabetical order, each once. */
export function argumentsOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name))].sort()
}

/** The plural forms of a language, such as `one few many other` in Ukrainian (Unicode CLDR). */
export function pluralFormsOf(language: string): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories
}

function argumentMistakes(translation: string, dutch: string): readonly string[] {
  const [own, source] = [argumentsOf(translation), argumentsOf(dutch)]
  const lost = source.filter((name) => !own.includes(name))
  const added = own.filter((name) => !source.includes(name))
  return [...lost.map((name) => `{${name}} is gone`), ...added.map((name) => `{${name}} is not in the Dutch`)]
}

function pluralMistakes(translation: string, language: string): readonly string[] {
  if (!translation.includes(', plural')) return []
  const lost = pluralFormsOf(language).filter((form) => !new RegExp(`\\b${form}\\s*\\{`).test(translation))
  return lost.map((form) => `the plural form "${form}" is missing`)
}

/** Sentences are text: a tag would be shown as it is, and a control character could turn the line around. */
function markMistakes(translation: string): readonly string[] {
  if (/<\/?[a-z]/i.test(translation)) return ['there is a tag in it']
  return /\p{Cc}|[\u202a-\u202e]/u.test(translation.replaceAll('\n', '')) ? ['there is a control character in it'] : []
}
