import { isLanguage, type Language, residentLanguages, staffLanguages } from '../messages/index.ts'
import type { Ctx } from './context.ts'
import { cookieOf, leaveCookie } from './cookies.ts'

const cookie = 'language'

/** `?lang=` (kept in a cookie) before the cookie, before what the browser asks, before the municipality's first language. */
export function languageOf(c: Ctx, offered: readonly Language[] = residentLanguages): Language {
  const asked = c.req.query('lang')
  if (isLanguage(asked) && offered.includes(asked)) {
    leaveCookie(c, cookie, asked, { seconds: 31_536_000 })
    return asked
  }
  const kept = cookieOf(c, cookie)
  if (isLanguage(kept) && offered.includes(kept)) return kept
  const wished = (c.req.header('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((language) => offered.some((known) => known === language))
  return isLanguage(wished) ? wished : (offered[0] ?? 'nl')
}

/** A workplace speaks the staff languages only. */
export function staffLanguageOf(c: Ctx): Language {
  return languageOf(c, staffLanguages)
}
