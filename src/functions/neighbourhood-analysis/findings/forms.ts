import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import {
  checkbox,
  identifier,
  isoDate,
  manyOf,
  oneOf,
  requiredText,
  seenVersion,
} from '../../../platform/http/index.ts'
import { patternKindsIn } from '../../../platform/texts-about-people/number-patterns.ts'
import { type DatedContent, entriesOn, groupContent, policyThemeContent } from '../../../registers/frameworks/index.ts'
import { isPeriod } from '../../../registers/published-figures/index.ts'
import { indicatorCatalogue } from '../catalogue.ts'
import { findingKinds, restsOn, verdicts, voiceKinds } from './finding.ts'

/** Room for what was found: two or three sentences. */
export const longestStatement = 400
/** Room for what a figure or voice says, and for what residents said. */
export const longestWords = { says: 400, residentsSaid: 600, source: 200 }

/** Text without numbers of people or ways to reach them (P12). */
export const withoutNumbers = (max: number) =>
  requiredText(max).refine((text) => patternKindsIn(text).length === 0, 'analysis.finding.error.numbers')

/** What is asked of who notes or changes a finding on `today`. */
export const findingForm = (today: IsoDate) =>
  z.object({
    id: identifier(),
    kind: oneOf(findingKinds),
    statement: withoutNumbers(longestStatement),
    theme: codeOf(policyThemeContent, today),
    groups: manyOf(codeOf(groupContent, today)),
    neighbourhoodIds: manyOf(identifier()),
    restsOn: oneOf(restsOn),
    isNoName: checkbox(),
  })

/** What is asked of who changes it. */
export const changeForm = (today: IsoDate) =>
  findingForm(today).omit({ id: true }).extend({ version: seenVersion().positive() })

/** A figure of the catalogue, and what it says. */
export const figureForm = z.object({
  id: identifier(),
  version: seenVersion().positive(),
  indicator: requiredText(120).refine((key) => indicatorCatalogue.some((one) => one.key === key), 'form.error.choose'),
  period: requiredText(20).refine(isPeriod, 'analysis.error.period'),
  says: withoutNumbers(longestWords.says),
  isNoName: checkbox(),
})

/** Where something was heard, when, and what was said; by whom is never asked. */
export const voiceForm = z.object({
  id: identifier(),
  version: seenVersion().positive(),
  kind: oneOf(voiceKinds),
  source: withoutNumbers(longestWords.source),
  onDay: isoDate().optional(),
  says: withoutNumbers(longestWords.says),
  isNoName: checkbox(),
})

/** What residents said of it, and what becomes of it. */
export const checkForm = z.object({
  version: seenVersion().positive(),
  state: oneOf(verdicts),
  checkedOn: isoDate(),
  residentsSaid: withoutNumbers(longestWords.residentsSaid),
  isNoName: checkbox(),
})

/** What the second reader confirms. */
export const readingForm = z.object({
  version: seenVersion().positive(),
  isUnrecognisable: checkbox().refine((ticked) => ticked, 'analysis.finding.error.confirm'),
  isAgreed: checkbox(),
})

/** A press on a button that changes something existing. */
export const versionForm = z.object({ version: seenVersion().positive() })

/** One of the codes of a dated list that count on `today`. */
export function codeOf(content: DatedContent, today: IsoDate) {
  const codes = entriesOn(content, today).map(({ code }) => code)
  return z.string({ error: 'form.error.choose' }).refine((code) => codes.includes(code), 'form.error.choose')
}
