import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  identifier,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { frozenFiles, volunteersIn } from '../../../../registers/volunteers/index.ts'
import { leadCampaigns } from '../access.ts'
import type { Campaign } from '../campaign.ts'
import { campaignAt, type Needs, partsFor } from '../parts.ts'
import { dissolvePair, makePair, pairFacts } from './actions.ts'
import { type PairProblem, personProblems } from './pair.ts'
import { PairsPage } from './views/pairs-page.tsx'

const chosen = () => z.uuid({ error: 'form.error.choose' })
const pairForm = z.object({ id: identifier(), firstVolunteerId: chosen(), secondVolunteerId: chosen() })

/** Pairs of a campaign. */
export function pairRoutes(routes: Routes, needs: Needs): void {
  routes.get('/campaigns/:id/pairs', may(leadCampaigns), async (c) =>
    pairsPage(needs, c, await campaignAt(needs, c), {}),
  )

  routes.post('/campaigns/:id/pairs', may(leadCampaigns), async (c) => {
    const campaign = await campaignAt(needs, c)
    const form = await parseForm(c, pairForm)
    if (!form.ok) return pairsPage(needs, c, campaign, form.values, form.errors)
    const made = await makePair(needs, staffOf(c), { ...form.data, campaignId: campaign.id }, c.get('t').today)
    if (made.kind === 'unknown') notFound('volunteer', 'for this pair')
    if (made.kind === 'refused') return pairsPage(needs, c, campaign, form.values, [], made.problems)
    leaveFlash(c, 'detection.pair.made')
    return c.redirect(`/campaigns/${campaign.id}/pairs`, 303)
  })

  routes.post('/campaigns/:id/pairs/:pairId/ending', may(leadCampaigns), async (c) => {
    const campaign = await campaignAt(needs, c)
    await dissolvePair(needs, staffOf(c), campaign.id, c.req.param('pairId'), c.get('t').today)
    leaveFlash(c, 'detection.pair.ended')
    return c.redirect(`/campaigns/${campaign.id}/pairs`, 303)
  })
}

async function pairsPage(
  needs: Needs,
  c: Ctx,
  campaign: Campaign,
  values: FormValues,
  errors?: FormErrors,
  problems: readonly PairProblem[] = [],
): Promise<Response> {
  const t = c.get('t')
  const { facts, frozen, volunteers } = await needs.transact(staffOf(c), async (tx) => ({
    facts: await pairFacts(tx, campaign, t.today),
    frozen: new Set((await frozenFiles(tx)).map(({ id }) => id)),
    volunteers: await volunteersIn(tx, { zoneId: campaign.zoneId }),
  }))
  const judged = volunteers
    .filter(({ endedOn }) => endedOn === null)
    .map((volunteer) => ({ volunteer, problems: personProblems(volunteer, facts) }))
  return workplacePage(
    c,
    { title: t('detection.campaign.part.pairs') },
    <PairsPage
      t={t}
      campaign={campaign}
      parts={partsFor(staffOf(c))}
      form={filledForm(t, values, errors)}
      newPairId={uuidv7()}
      pairs={facts.pairs}
      names={new Map(volunteers.map(({ id, name }) => [id, name]))}
      frozen={frozen}
      available={judged.filter((one) => one.problems.length === 0).map(({ volunteer }) => volunteer)}
      unavailable={judged.filter((one) => one.problems.length > 0)}
      problems={problems}
    />,
    errors ? 422 : 200,
  )
}
