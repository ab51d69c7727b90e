import type { IsoDate } from '@meernet/calendar'
import type { Texts } from '../../../platform/messages/index.ts'

/** What is kept as the name of a count of our own, which is no file that anybody sent; exports have it as it is kept. */
const keptNames = {
  'own-places': 'eigen telling van plaatsen',
  'own-survey': 'eigen bevraging',
  'own-work': 'eigen telling van het werk',
} as const

export type OwnLayout = keyof typeof keptNames

/** The name under which a count of our own of that day is kept. */
export const ownFileName = (layout: OwnLayout, day: IsoDate): string => `${keptNames[layout]} ${day}`

/** What a file of figures is called on a page: a count of our own in the language of the reader, any other by its own name. */
export function fileWords(t: Texts, fileName: string): string {
  const [, kept, day] = /^(.*) (\d{4}-\d{2}-\d{2})$/.exec(fileName) ?? []
  const layout = layouts.find((one) => keptNames[one] === kept)
  return layout && day ? t(`resident.analysis.file.${layout}`, { day: t.day(day as IsoDate) }) : fileName
}

const layouts = Object.keys(keptNames) as readonly OwnLayout[]
