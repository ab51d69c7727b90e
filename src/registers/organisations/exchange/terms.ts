import { labelOf } from '../../../platform/content/dated-content.ts'
import { groupContent } from '../../frameworks/index.ts'
import { waysIn } from '../service.ts'
import { derivedId } from './derived-id.ts'
import type { HsdsTerm } from './hsds.ts'

/** The one taxonomy of our export: what we keep of a service and HSDS has no place for. */
export const taxonomy = {
  id: derivedId('taxonomy', 'meernet'),
  name: 'Meernet',
  description: 'What the service map of a caring neighbourhood keeps and HSDS 3 has no field for.',
  version: '1',
} as const

/**
 * What an attribute of ours says; its code in the file is this word, or this word and a choice: `group:poverty`, `way:online`,
 * `text:fr:description`. The value then repeats the choice, or holds the text, the number or the day.
 */
const attributeKinds = {
  tag: 'Search word',
  group: 'Group it works for',
  way: 'How one gets to it or gets help from it',
  reach: 'Where it works: neighbourhoods, municipality, beyond',
  text: 'A text in another language than the main one',
  textLanguage: 'Language of the texts of the service',
  waitingWeeks: 'Weeks one waits',
  waitingMeasuredOn: 'Day on which the waiting time was asked',
} as const
export type AttributeKind = keyof typeof attributeKinds

/** The term of an attribute: `termOf('group', 'poverty')`. */
export function termOf(kind: AttributeKind, choice?: string): HsdsTerm {
  const code = choice === undefined ? kind : `${kind}:${choice}`
  const name = kind === 'group' && choice !== undefined ? labelOf(groupContent, choice, 'nl') : (choice ?? kind)
  return { id: derivedId('term', code), code, name, description: attributeKinds[kind], taxonomy: taxonomy.name }
}

/** The terms one may look up; those of texts are made per language and field. */
export function allTerms(): readonly HsdsTerm[] {
  return [
    ...(['tag', 'reach', 'textLanguage', 'waitingWeeks', 'waitingMeasuredOn'] as const).map((kind) => termOf(kind)),
    ...groupContent.entries.map(({ code }) => termOf('group', code)),
    ...waysIn.map((way) => termOf('way', way)),
  ]
}
