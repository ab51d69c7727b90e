import { addDays, daysBetween, type IsoDate, isoDateIn } from '@meernet/calendar'
import { IntlMessageFormat } from 'intl-messageformat'
import { runsTheOtherWay } from '../../ui/typed-text/turned-text.ts'
import type { Catalogue } from './catalogue.ts'
import { directionOf, type Language } from './languages.ts'
import { locales } from './locales.ts'
import { municipalTimeZone } from './time-zone.ts'

/** What stands in the gaps of a message, by the names that the message gives them. */
export type MessageValues = Readonly<Record<string, string | number | Date>>

/** Sentences and formats of one language. `t('detection.inbox.title')` gives the sentence; its properties format values. */
export type Texts = {
  (key: string, values?: MessageValues): string
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /** `21 november 2026` */
  day(day: IsoDate): string
  /** Of which moment a figure is: `2025`, `2024-01-01` as a day and `2026-07` as a month, as people write them; `2026-Q1` and others as they are. */
  period(period: string): string
  /** `21 november 2026 om 14:05`, in Brussels time. */
  moment(instant: Date): string
  /** `14:05` */
  time(instant: Date): string
  /** A day seen from today: `vandaag`, `morgen`, `over 3 dagen`, `3 dagen te laat` when `isDeadline`. */
  dayInWords(day: IsoDate, options?: { isDeadline?: boolean }): string
  /** `€ 1.234,56` from cents. */
  money(cents: number): string
  /** `Ouderen, mantelzorgers en nieuwkomers`: words in a row. `areLabels` takes the capital off all but the first. */
  list(words: readonly string[], options?: { areLabels?: boolean }): string
  /** Whether there is a sentence for `key`. */
  has(key: string): boolean
  readonly today: IsoDate
}

const formats = new Map<string, IntlMessageFormat>()

/** Texts in `language` as seen at `now`. A missing key gives the key itself; the tests see to it that none is missing. */
export function textsIn(catalogue: Catalogue, language: Language, now: Date): Texts {
  const locale = locales[language]
  const today = isoDateIn(municipalTimeZone, now)
  const sentence = (key: string) => catalogue[language][key] ?? catalogue.nl[key]
  const t = (key: string, values?: MessageValues): string => {
    const text = sentence(key)
    if (text === undefined) return key
    const isPattern = text.includes('{') || text.includes("''")
    return typeset(isPattern ? String(formatOf(text, locale).format(inOrder(values))) : text)
  }
  const inOrder = (values: MessageValues | undefined) => values && keptInPlace(values, directionOf(language))
  const typeset = language === 'fr' ? withFrenchSpaces : (text: string) => text
  const inZone = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { timeZone: municipalTimeZone, ...options })
  const onCalendar = (day: IsoDate, options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`))
  const wholeDay = (day: IsoDate) => onCalendar(day, { dateStyle: 'long' })
  return Object.assign(t, {
    language,
    direction: directionOf(language),
    today,
    day: wholeDay,
    period: (period: string) => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return wholeDay(period)
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return period
      return onCalendar(`${period}-01`, { month: 'long', year: 'numeric' })
    },
    moment: (instant: Date) => inZone({ dateStyle: 'long', timeStyle: 'short' }).format(instant),
    time: (instant: Date) => inZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant),
    dayInWords: (day: IsoDate, options: { isDeadline?: boolean } = {}) =>
      dayInWords(t, today, day, options.isDeadline ?? false),
    money: (cents: number) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100),
    list: (words: readonly string[], options: { areLabels?: boolean } = {}) =>
      new Intl.ListFormat(locale).format(options.areLabels ? words.map(withinSentence) : words),
    has: (key: string) => sentence(key) !== undefined,
  })
}

/** French puts a space before `? ! ; : »` and after `«`, whether the translator did or not; a line never breaks there. */
const withFrenchSpaces = (text: string) =>
  text.replace(/(?<=[^\s\u00a0])[ \u202f]?(?=[?!;:](?:\s|$)|»)|(?<=«)[ \u202f]?(?=\S)/g, '\u00a0')

/**
 * A telephone number is never broken over two lines. Between words that run from right to left, `011 00 00 43` would show as
 * `43 00 00 011`, because groups of digits follow the words around them (Unicode annex 9): there it is isolated, so that it
 * reads in the order in which it is dialled. A name in another direction than the sentence is isolated for the same reason.
 */
function keptInPlace(values: MessageValues, direction: 'ltr' | 'rtl'): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      if (!telephone.test(value)) return [name, runsTheOtherWay(value, direction) ? `\u2068${value}\u2069` : value]
      const unbroken = value.replaceAll(' ', '\u00a0')
      return [name, direction === 'rtl' ? `\u2066${unbroken}\u2069` : unbroken]
    }),
  )
}

const telephone = /^\+?[0-9][0-9 ./()-]{5,}$/

/** `Een maatschappelijk werker` becomes `een maatschappelijk werker`; `OCMW` stays. */
function withinSentence(label: string, place: number): string {
  return place === 0 || /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}

function dayInWords(
  t: (key: string, values?: MessageValues) => string,
  today: IsoDate,
  day: IsoDate,
  isDeadline: boolean,
): string {
  const days = daysBetween(today, day)
  if (days === 0) return t('resident.day.today')
  if (days === 1) return t('resident.day.tomorrow')
  if (days > 1) return t('resident.day.ahead', { days })
  if (isDeadline) return t('resident.day.late', { days: -days })
  return day === addDays(today, -1) ? t('resident.day.yesterday') : t('resident.day.ago', { days: -days })
}

function formatOf(text: string, locale: string): IntlMessageFormat {
  const key = `${locale}|${text}`
  const known = formats.get(key)
  if (known) return known
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
  formats.set(key, format)
  return format
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  dateFormats.set(key, known)
  return known
}
