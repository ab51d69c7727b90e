import type { IsoDate } from '@meernet/calendar'

export const findingKinds = ['strength', 'need', 'gap'] as const
export type FindingKind = (typeof findingKinds)[number]

/** On how many people's situations it rests: none (a place, an offer), fewer than five, or more. */
export const restsOn = ['noPeople', 'fewPeople', 'morePeople'] as const
export type RestsOn = (typeof restsOn)[number]

/** What became of it once residents looked at it. */
export const verdicts = ['kept', 'adapted', 'dropped'] as const
export type Verdict = (typeof verdicts)[number]
/** How a finding stands: nobody looked at it yet, or what became of it. */
export const findingStates = ['open', ...verdicts] as const
export type FindingState = (typeof findingStates)[number]

/** Voices: where something was heard, never by whom. */
export const voiceKinds = ['conversation', 'survey', 'walk', 'tally', 'professional', 'signals'] as const
export type VoiceKind = (typeof voiceKinds)[number]

/** A figure of the catalogue that speaks for a finding. */
export type FigureEvidence = {
  readonly kind: 'figure'
  readonly id: string
  readonly indicator: string
  readonly period: string
  readonly says: string
}

/** What was heard or seen somewhere on a day. */
export type Voice = {
  readonly kind: VoiceKind
  readonly id: string
  readonly source: string
  readonly onDay: IsoDate | null
  readonly says: string
}

/** What a finding rests on. */
export type Evidence = FigureEvidence | Voice

/** A strength, need or gap of some neighbourhoods (none: the whole municipality), without people in it. */
export type Finding = {
  readonly id: string
  readonly kind: FindingKind
  readonly theme: string
  readonly groups: readonly string[]
  readonly neighbourhoodIds: readonly string[]
  readonly statement: string
  readonly restsOn: RestsOn
  readonly state: FindingState
  readonly checkedOn: IsoDate | null
  readonly residentsSaid: string | null
  readonly evidence: readonly Evidence[]
  readonly notedBy: string
  readonly notedOn: IsoDate
  /** Who last wrote the statement. */
  readonly wordedBy: string
  readonly secondReader: string | null
  readonly readOn: IsoDate | null
  /** The few people it is about read the text and agreed. */
  readonly isAgreed: boolean
  readonly version: number
}

/** What still lacks before a need has evidence of both kinds; strengths and gaps are asked the same. */
export type EvidenceStanding = 'none' | 'figuresOnly' | 'voicesOnly' | 'both'

/** Which kinds of evidence there are. */
export function evidenceStanding(evidence: readonly Pick<Evidence, 'kind'>[]): EvidenceStanding {
  const hasFigure = evidence.some(({ kind }) => kind === 'figure')
  const hasVoice = evidence.some(({ kind }) => kind !== 'figure')
  if (hasFigure && hasVoice) return 'both'
  if (hasFigure) return 'figuresOnly'
  return hasVoice ? 'voicesOnly' : 'none'
}

/** Why a finding may not go public; nothing when it may (P14). */
export type HeldBack = 'dropped' | 'notRead' | 'notAgreed'

/** What stands in the way of publishing: it was dropped, or it is about fewer than five people who were not asked (P14). */
export function heldBack(finding: Pick<Finding, 'state' | 'restsOn' | 'readOn' | 'isAgreed'>): HeldBack | undefined {
  if (finding.state === 'dropped') return 'dropped'
  if (finding.restsOn !== 'fewPeople') return undefined
  if (finding.readOn === null) return 'notRead'
  return finding.isAgreed ? undefined : 'notAgreed'
}

/** Whether `userId` may look as second: somebody else than who noted it and who wrote it last, until the people agreed (P14). */
export function maySecondRead(
  finding: Pick<Finding, 'restsOn' | 'isAgreed' | 'notedBy' | 'wordedBy'>,
  userId: string,
): boolean {
  const { restsOn: rests, isAgreed, notedBy, wordedBy } = finding
  return rests === 'fewPeople' && !isAgreed && notedBy !== userId && wordedBy !== userId
}

/** What is said of the balance between strengths and needs, as a remark and never as a rule. */
export type Balance = 'nothing' | 'fewerStrengths' | 'asManyStrengths'

/** Strengths beside needs and gaps; dropped ones do not count. */
export function balanceOf(findings: readonly Pick<Finding, 'kind' | 'state'>[]): Balance {
  const living = findings.filter(({ state }) => state !== 'dropped')
  const strengths = living.filter(({ kind }) => kind === 'strength').length
  const others = living.length - strengths
  if (living.length === 0) return 'nothing'
  return strengths < others ? 'fewerStrengths' : 'asManyStrengths'
}
