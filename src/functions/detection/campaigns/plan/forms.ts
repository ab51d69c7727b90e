import { z } from 'zod'
import { type FormValues, identifier, isoDate, manyOf, oneOf, requiredText } from '../../../../platform/http/index.ts'
import { spokenLanguages } from '../../../../registers/volunteers/index.ts'
import { type Campaign, legalGrounds } from '../campaign.ts'

/** What is decided about a campaign before streets are chosen. */
export const campaignForm = z
  .object({
    id: identifier(),
    version: z.coerce.number().int().positive().optional(),
    name: requiredText(120),
    reason: requiredText(1000),
    decidedBy: requiredText(160),
    decidedOn: isoDate(),
    legalGroundType: oneOf(legalGrounds),
    legalGround: requiredText(400),
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
export type CampaignInput = z.output<typeof campaignForm>

/** Streets, and neighbourhoods whose doors without a street go along; of one neighbourhood when the page showed one. */
export const streetsForm = z.object({
  streetIds: manyOf(identifier()),
  streetlessIn: manyOf(identifier()),
  neighbourhood: identifier().optional(),
  everything: z.literal('yes').optional(),
})

export const announcementForm = z.object({ deliveredOn: isoDate() })

/** A campaign as its form shows it. */
export function valuesOf(campaign: Campaign): FormValues {
  const { id, version, name, reason, decidedBy, decidedOn, legalGroundType, legalGround } = campaign
  const { languages, startsOn, endsOn, onCallUserId, neighbourhoodIds } = campaign
  return {
    ...{ id, version: String(version), name, reason, decidedBy, decidedOn, legalGroundType, legalGround },
    ...{ languages, startsOn, endsOn, onCallUserId, neighbourhoodIds },
  }
}
