import { isoDateIn } from '@meernet/calendar'
import { z } from 'zod'
import { municipalTimeZone } from '../../../platform/messages/index.ts'

/** What a value of a file must be, with the words that say so to who must correct the file. */
export type Check = readonly [fits: (text: string) => boolean, expected: string]

/** At most `max` characters. */
export const upTo = (max: number): Check => [(text) => text.length <= max, `at most ${max} characters`]

/** An identifier as the exchange standard has them, of any version. */
export const uuid: Check = [fits(z.guid()), 'a UUID']

export const email: Check = [fits(z.email().max(200)), 'an e-mail address']

/** A web address one can follow safely: http or https. */
export const webAddress: Check = [
  fits(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(300)),
  'a web address that begins with http:// or https://, at most 300 characters',
]

/** A telephone number as people write it, without the quotes some publish around it; undefined when it is none. */
export function phoneIn(text: string | undefined): string | undefined {
  const number = text?.replace(/["“”]/g, '').trim()
  return number !== undefined && number.length <= 40 && /^\+?[0-9][0-9 ./()-]{5,}$/.test(number) ? number : undefined
}

/** The day in an ISO day or moment, here when the moment says its time zone; undefined when it is none that exists. */
export function dayIn(text: string): string | undefined {
  const day = text.slice(0, 10)
  if (!z.iso.date().safeParse(day).success || !/^.{10}(T|$)/.test(text)) return undefined
  if (!/T.*(Z|[+-][0-9]{2}:?[0-9]{2})$/.test(text)) return day
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? undefined : isoDateIn(municipalTimeZone, moment)
}

function fits(schema: z.ZodType): (text: string) => boolean {
  return (text) => schema.safeParse(text).success
}
