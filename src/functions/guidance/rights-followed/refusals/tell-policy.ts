import { addMonths, isoDateIn } from '@meernet/calendar'
import type { Right } from '@meernet/rights-engine'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../../platform/database/transact.ts'
import { catalogue, type Language, municipalTimeZone, textsIn } from '../../../../platform/messages/index.ts'
import { municipalityById } from '../../../../registers/municipalities/index.ts'
import { patternCounted } from '../../events.ts'
import { nameOfRight, rightOf } from '../right-words.ts'
import { unansweredFrom } from '../term.ts'
import themes from './content/themes-by-service.json' with { type: 'json' }
import { type RefusalPattern, refusalPatterns, type Setback } from './refusal-pattern.ts'
import { noteTold, toldOnPerRight, type Unobtained, unobtainedSince } from './setback-store.ts'

/**
 * Tells policy advice which rights at least three different people were refused or got no answer about: once for each pattern,
 * without saying who, where or how many.
 */
export async function tellRefusals(tx: Tx): Promise<void> {
  const today = isoDateIn(municipalTimeZone, tx.now)
  const setbacks = (await unobtainedSince(tx, addMonths(today, -12))).map(setbackOf)
  const patterns = refusalPatterns(setbacks, await toldOnPerRight(tx), today)
  if (patterns.length === 0) return
  const municipality = await municipalityById(tx.db, tx.actor.municipalityId)
  for (const pattern of patterns) {
    if (!(await noteTold(tx, pattern.rightId, today))) continue
    await tx.publish(patternCounted, {
      id: uuidv7(),
      ...classified(rightOf(pattern.rightId), pattern),
      description: described(pattern, municipality?.languages[0] ?? 'nl', tx.now),
      people: pattern.people,
      countedOn: today,
    })
  }
}

/** No answer long after the term is a setback from that day on. */
function setbackOf({ rightId, personId, askedOn, answeredOn, refusalReason }: Unobtained): Setback {
  if (refusalReason && answeredOn) return { rightId, personId, on: answeredOn, reason: refusalReason }
  return { rightId, personId, on: unansweredFrom(rightOf(rightId), askedOn ?? ''), reason: 'noAnswer' }
}

/** A sentence without people: which right, and the reason when enough of them share it. */
function described({ rightId, reason }: RefusalPattern, language: Language, now: Date): string {
  const t = textsIn(catalogue, language, now)
  const right = nameOfRight(rightId, language)
  return reason
    ? t('guidance.followed.pattern.because', { right, reason: t(`guidance.followed.refusal.${reason}`) })
    : t('guidance.followed.pattern', { right })
}

/** Where it belongs among signals: codes of the dated lists of the frameworks. */
const classified = (right: Right | undefined, { reason }: RefusalPattern) => ({
  theme: themeOf(right?.ask.service ?? ''),
  causeType: reason === 'noAnswer' ? 'waitingTime' : 'rule',
  competentLevel: levels[right?.level ?? 'local'],
})

const themeOf = (service: string): string =>
  Object.entries(themes.themes).find(([, services]) => services.includes(service))?.[0] ?? 'incomeAndDebts'

const levels = { federal: 'federal', flemish: 'flemish', brussels: 'brusselsBodies', local: 'municipality' } as const
