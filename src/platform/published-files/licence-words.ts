import type { Texts } from '../messages/index.ts'

/** The terms of a file as a reader sees them: that the publisher names none is said in the reader's language; a doi to cite stays. */
export function licenceWords(t: Texts, licence: string): string {
  const found = notStated.exec(licence)
  if (!found) return licence
  const doi = found[1]
  return doi ? `${t('resident.licence.notStated')}; doi ${doi}` : t('resident.licence.notStated')
}

/** As the layouts of publishers say it, and as it is kept with a file. */
const notStated = /^not stated by the publisher(?:; cite doi (\S+))?$/
