import { addDays } from '@meernet/calendar'
import { z } from 'zod'
import {
  type FormValues,
  identifier,
  isoDate,
  manyOf,
  oneOf,
  optionalText,
  requiredText,
  seenVersion,
} from '../../../../platform/http/index.ts'
import { spokenLanguages } from '../../../../registers/volunteers/index.ts'
import { type Campaign, campaignKinds, legalGrounds } from '../campaign.ts'

/** Days a list of addresses may be there after the last day, as for the rule of visit lists. */
const longestKept = 90

/** What is decided about a campaign before streets are chosen. */
export const campaignForm = z
  .object({
    id: identifier(),
    version: seenVersion().positive().optional(),
    kind: oneOf(campaignKinds).default('wholeStreet'),
    name: requiredText(120),
    reason: requiredText(1000),
    decidedBy: requiredText(160),
    decidedOn: isoDate(),
    legalGroundType: oneOf(legalGrounds),
    legalGround: requiredText(400),
    criteria: optionalText(400),
    // As much as leaves the letter on one sheet in six languages.
    letterWords: optionalText(100),
    destroyOn: isoDate().optional(),
    languages: manyOf(z.string().refine((code) => spokenLanguages.includes(code), 'form.error.choose')).refine(
      (chosen) => chosen.length > 0,
      'form.error.choose',
    ),
    startsOn: isoDate(),
    endsOn: isoDate(),
    onCallUserId: identifier(),
    neighbourhoodIds: manyOf(identifier()).refine(
      (chosen) => chosen.length > 0,
      'detection.campaign.error.neighbourhood',
    ),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'detection.campaign.error.period',
  })
  .superRefine(({ kind, criteria, letterWords, destroyOn, endsOn }, context) => {
    if (kind !== 'selected') return
    for (const [field, value] of Object.entries({ criteria, letterWords, destroyOn }))
      if (value === undefined) context.addIssue({ code: 'custom', path: [field], message: 'form.error.required' })
    if (destroyOn !== undefined && (destroyOn <= endsOn || destroyOn > addDays(endsOn, longestKept)))
      context.addIssue({ code: 'custom', path: ['destroyOn'], message: 'detection.campaign.error.destroyOn' })
  })
  .transform(({ criteria, letterWords, destroyOn, ...all }) => {
    const isSelected = all.kind === 'selected'
    return {
      ...all,
      criteria: isSelected ? (criteria ?? null) : null,
      letterWords: isSelected ? (letterWords ?? null) : null,
      destroyOn: isSelected ? (destroyOn ?? null) : null,
    }
  })
export type CampaignInput = z.output<typeof campaignForm>

/** Streets, and neighbourhoods whose doors without a street go along; of one neighbourhood when the page showed one. */
export const streetsForm = z.object({
  version: seenVersion().positive(),
  streetIds: manyOf(identifier()),
  streetlessIn: manyOf(identifier()),
  neighbourhood: identifier().optional(),
  everything: z.literal('yes').optional(),
})

export const announcementForm = z.object({ deliveredOn: isoDate() })

/** A campaign as its form shows it. */
export function valuesOf(campaign: Campaign): FormValues {
  const { id, version, kind, name, reason, decidedBy, decidedOn, legalGroundType, legalGround } = campaign
  const { criteria, letterWords, destroyOn } = campaign
  const { languages, startsOn, endsOn, onCallUserId, neighbourhoodIds } = campaign
  return {
    ...{ kind, criteria: criteria ?? '', letterWords: letterWords ?? '', destroyOn: destroyOn ?? '' },
    ...{ id, version: String(version), name, reason, decidedBy, decidedOn, legalGroundType, legalGround },
    ...{ languages, startsOn, endsOn, onCallUserId, neighbourhoodIds },
  }
}
