import type { QuestionKind } from '../questionnaire/questionnaire.ts'
import type { RemarkReason } from './remark.ts'

/** What the type of a row means: a question, the beginning or end of rows that belong together, or something without a place here. */
export type RowType =
  | { readonly kind: 'question'; readonly as: QuestionKind; readonly list: null }
  | {
      readonly kind: 'question'
      readonly as: 'one' | 'many'
      readonly list: string
      readonly hasOther: boolean
      readonly isExternal: boolean
    }
  | { readonly kind: 'begin' | 'end'; readonly what: 'group' | 'repeat' }
  | { readonly kind: 'leftOut'; readonly reason: RemarkReason }

const plain: Readonly<Record<string, QuestionKind>> = {
  text: 'text',
  string: 'text',
  integer: 'whole',
  int: 'whole',
  decimal: 'decimal',
  range: 'decimal',
  date: 'date',
  datetime: 'date',
  time: 'time',
  note: 'note',
  calculate: 'calculated',
  calculation: 'calculated',
  acknowledge: 'agreed',
  trigger: 'agreed',
}

const leftOut: Readonly<Partial<Record<RemarkReason, readonly string[]>>> = {
  location: ['geopoint', 'geotrace', 'geoshape', 'gps', 'location', 'osm', 'start_geopoint', 'background_geopoint'],
  media: ['image', 'photo', 'audio', 'video', 'file', 'barcode', 'background_audio'],
  device: [
    'deviceid',
    'device_id',
    'imei',
    'phonenumber',
    'simserial',
    'sim_id',
    'subscriberid',
    'subscriber_id',
    'username',
    'hidden',
    'uri:deviceid',
  ],
  moment: ['start', 'end', 'today', 'audit', 'start_time', 'end_time', 'starttime', 'endtime', 'day_of_survey'],
  personal: ['phone_number', 'phone', 'email', 'e_mail'],
  ranking: ['rank', 'begin_rank', 'end_rank', 'rank__level', 'odk:rank'],
  kindUnknown: ['begin_score', 'end_score', 'score__row', 'begin_kobomatrix', 'end_kobomatrix', 'kobomatrix'],
  externalFile: ['xml_external', 'csv_external'],
}

/** The meaning of a type as written in a form, new spellings and old; undefined when nobody knows it. */
export function rowTypeOf(written: string): RowType | undefined {
  const text = written.trim().replace(/\s+/g, ' ')
  const lower = text.toLowerCase()
  const around = /^(begin|end)[ _](group|repeat|lgroup)$/.exec(lower)
  if (around) return { kind: around[1] === 'begin' ? 'begin' : 'end', what: around[2] === 'group' ? 'group' : 'repeat' }
  const word = lower.replace(/[ -]/g, '_')
  const as = Object.hasOwn(plain, word) ? plain[word] : undefined
  if (as) return { kind: 'question', as, list: null }
  if (/^select_(one|multiple)_from_file(_|$)/.test(word)) return { kind: 'leftOut', reason: 'externalFile' }
  const selected = selectionOf(text)
  if (selected) return selected
  const [first = ''] = lower.split(' ')
  for (const [reason, words] of Object.entries(leftOut))
    if (words.includes(word) || words.includes(first.replaceAll('-', '_')))
      return { kind: 'leftOut', reason: reason as RemarkReason }
  return undefined
}

const one = '(?:add )?(?:select[ _]one(?: prompt using)?|select1)'
const many = '(?:add )?(?:select[ _]multiple(?: prompt using)?|select all that apply|select)'
const tail = '(?: from)?(?: list)? (\\S+?)(?: (or[ _]other|or[ _]specify[ _]other|or[ _]add[ _]other))?'
const oneOf = new RegExp(`^${one}${tail}$`, 'i')
const oneOfExternal = /^select[ _]one[ _]external (\S+)$/i
const manyOf = new RegExp(`^${many}${tail}$`, 'i')

function selectionOf(text: string): RowType | undefined {
  const external = oneOfExternal.exec(text)
  if (external) return { kind: 'question', as: 'one', list: external[1] ?? '', hasOther: false, isExternal: true }
  // "select all that apply from list": here "list" is the name, as nothing follows it.
  const named = /^(.*) from list$/i.exec(text)
  const chosen = named ? `${named[1]} list` : text
  const asOne = oneOf.exec(chosen)
  const found = asOne ?? manyOf.exec(chosen)
  if (!found) return undefined
  const [, list = '', other] = found
  return { kind: 'question', as: asOne ? 'one' : 'many', list, hasOther: other !== undefined, isExternal: false }
}
