import type { Ctx } from '../../../platform/http/index.ts'
import { languageNames } from '../../../platform/messages/index.ts'
import type { CheckLanguage } from '../rights-check/check-words.ts'

const all = Object.keys(languageNames) as CheckLanguage[]

/** The language in which the questions are read aloud: asked for in the address (`in`), else that of who works. */
export function questionsLanguage(c: Ctx): CheckLanguage {
  return all.find((language) => language === c.req.query('in')) ?? c.get('t').language
}

/** The languages of the questions, that of the person first where there are questions in it. */
export function languagesFor(c: Ctx, spoken: string): readonly { language: CheckLanguage; name: string }[] {
  const first = all.find((language) => language === spoken) ?? c.get('t').language
  return [first, ...all.filter((language) => language !== first)].map((language) => ({
    language,
    name: languageNames[language],
  }))
}

/** What travels along in the address from page to page: the language of the questions, and the kept check it began with. */
export function queryOf(c: Ctx): string {
  const query = new URLSearchParams()
  for (const name of ['in', 'base']) {
    const value = c.req.query(name)
    if (value) query.set(name, value)
  }
  return query.size > 0 ? `?${query}` : ''
}
