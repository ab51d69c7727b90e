import {
  type Ctx,
  checkForm,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { streetsOf } from '../../../../registers/places/index.ts'
import { leadCampaigns } from '../access.ts'
import type { Campaign } from '../campaign.ts'
import { pairsOf } from '../pairs/pair-store.ts'
import { campaignAt, type Needs, partsFor } from '../parts.ts'
import { keepRounds } from './actions.ts'
import { planForm, usualWishes } from './forms.ts'
import { namesOfPairs } from './pair-names.ts'
import { countWaiting } from './plan-store.ts'
import { roundLines } from './progress-store.ts'
import { proposeRounds } from './proposal.ts'
import { roundsInDoubt } from './rounds-in-doubt.ts'
import { ProposalPage } from './views/proposal-page.tsx'
import { RoundsPage } from './views/rounds-page.tsx'

/** The rounds of a campaign: proposing them for the doors that wait, and keeping them. */
export function planningRoutes(routes: Routes, needs: Needs): void {
  routes.get('/campaigns/:id/rounds', may(leadCampaigns), async (c) => {
    const campaign = await campaignAt(needs, c)
    const { doorsPerRound, from, weekdays } = usualWishes(campaign, c.get('t').today)
    return roundsPage(needs, c, campaign, {
      doorsPerRound: String(doorsPerRound),
      from,
      weekdays: weekdays.map(String),
    })
  })

  routes.get('/campaigns/:id/rounds/proposal', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const campaign = await campaignAt(needs, c)
    const { doorsPerRound = [], from = [], weekdays = [] } = c.req.queries()
    const form = checkForm({ doorsPerRound: doorsPerRound[0], from: from[0], weekdays }, planForm)
    if (!form.ok) return roundsPage(needs, c, campaign, form.values, form.errors)
    const { proposal, streets } = await needs.transact(staffOf(c), async (tx) => ({
      proposal: await proposeRounds(tx, campaign, form.data, t.today),
      streets: await streetsOf(tx, { ids: campaign.streetIds }),
    }))
    return workplacePage(
      c,
      { title: t('detection.round.proposal') },
      <ProposalPage
        t={t}
        campaign={campaign}
        parts={partsFor(staffOf(c))}
        proposal={proposal}
        wishes={form.data}
        streetNames={new Map(streets.map(({ id, name }) => [id, name]))}
      />,
    )
  })

  routes.post('/campaigns/:id/rounds', may(leadCampaigns), async (c) => {
    const campaign = await campaignAt(needs, c)
    const form = await parseForm(c, planForm)
    if (!form.ok) return roundsPage(needs, c, campaign, form.values, form.errors)
    if (!(await keepRounds(needs, staffOf(c), campaign.id, form.data, c.get('t').today)))
      conflict('rounds of an ended campaign')
    leaveFlash(c, 'detection.round.kept')
    return c.redirect(`/campaigns/${campaign.id}/rounds`, 303)
  })
}

async function roundsPage(
  needs: Needs,
  c: Ctx,
  campaign: Campaign,
  values: FormValues,
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const page = await needs.transact(staffOf(c), async (tx) => ({
    rounds: await roundLines(tx, campaign.id),
    names: await namesOfPairs(tx, t, campaign.id),
    doubtful: await roundsInDoubt(tx, campaign, t.today),
    doorsWaiting: campaign.state === 'ended' ? 0 : await countWaiting(tx, campaign, t.today),
    pairs: (await pairsOf(tx, campaign.id)).length,
  }))
  return workplacePage(
    c,
    { title: t('detection.campaign.part.rounds') },
    <RoundsPage
      t={t}
      campaign={campaign}
      parts={partsFor(staffOf(c))}
      {...page}
      form={filledForm(t, values, errors)}
    />,
    errors ? 422 : 200,
  )
}
