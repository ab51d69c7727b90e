import type { Texts } from '../../../../platform/messages/index.ts'
import type { Obtained, Standing } from '../followed-right.ts'

/** How a right stands beside the word of its state: days, what was obtained, why it was refused. */
export function standingWords(t: Texts, standing: Standing): string {
  switch (standing.state) {
    case 'asked':
      return t('guidance.followed.askedOn', { day: t.day(standing.askedOn) })
    case 'granted':
      return [t.day(standing.answeredOn), obtainedWords(t, standing.obtained)].filter(Boolean).join(' · ')
    case 'refused':
      return `${t.day(standing.answeredOn)} · ${t(`guidance.followed.refusal.${standing.refusalReason}`)}`
    default:
      return ''
  }
}

const obtainedWords = (t: Texts, obtained: Obtained | null): string =>
  obtained ? `${t.money(obtained.cents)} ${t(`guidance.followed.per.${obtained.per}`)}` : ''
