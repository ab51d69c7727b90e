import {
  type Ctx,
  checkForm,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  notFound,
  parseForm,
  printPage,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { streetsOf } from '../../../../registers/places/index.ts'
import { fellowsByIds } from '../../../../registers/volunteers/index.ts'
import { leadCampaigns } from '../access.ts'
import type { Campaign } from '../campaign.ts'
import { pairsOf } from '../pairs/pair-store.ts'
import { pairName } from '../pairs/views/pairs-page.tsx'
import { campaignAt, type Needs, partsFor } from '../parts.ts'
import { roundProblemText } from '../views/problem-text.ts'
import { keepRounds, moveStreetTo, replanRound, withdrawRound } from './actions.ts'
import { moveForm, planForm, roundForm, usualWishes } from './forms.ts'
import { countWaiting } from './plan-store.ts'
import { roundLines } from './progress-store.ts'
import { proposeRounds } from './proposal.ts'
import { type Round, roundById } from './round-store.ts'
import { ProposalPage } from './views/proposal-page.tsx'
import { RoundPage } from './views/round-page.tsx'
import { RoundSheet } from './views/round-sheet.tsx'
import { RoundsPage } from './views/rounds-page.tsx'

/** Rounds of a campaign: proposing, keeping, changing, printing. */
export function roundRoutes(routes: Routes, needs: Needs): void {
  planningRoutes(routes, needs)
  changeRoutes(routes, needs)
}

function planningRoutes(routes: Routes, needs: Needs): void {
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

function changeRoutes(routes: Routes, needs: Needs): void {
  routes.get('/campaigns/:id/rounds/:roundId', may(leadCampaigns), async (c) => {
    const round = await roundAt(needs, c)
    return roundPage(needs, c, round, { day: round.day, pairId: round.pairId })
  })

  routes.get('/campaigns/:id/rounds/:roundId/sheet', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const round = await roundAt(needs, c)
    await needs.transact(staffOf(c), async (tx) =>
      tx.audit({ action: 'print round', subject: { type: 'campaign', id: round.campaignId } }),
    )
    return printPage(
      c,
      {
        title: t('detection.round.sheet'),
        back: { href: `/campaigns/${round.campaignId}/rounds/${round.id}`, text: t('detection.round.back') },
        hint: t('detection.round.sheet.hint'),
      },
      <RoundSheet t={t} round={round} />,
    )
  })

  routes.post('/campaigns/:id/rounds/:roundId', may(leadCampaigns), async (c) => {
    const round = await roundAt(needs, c)
    const form = await parseForm(c, roundForm)
    if (!form.ok) return roundPage(needs, c, round, form.values, form.errors)
    const changed = await replanRound(needs, staffOf(c), { id: round.id, ...form.data })
    if (changed.kind === 'unknown') notFound('pair', form.data.pairId)
    if (changed.kind === 'stale') conflict('round')
    if (changed.kind === 'refused') {
      const names = await needs.transact(staffOf(c), (tx) => namesOfPairs(tx, round.campaignId))
      const problems = changed.problems.map((problem) => roundProblemText(c.get('t'), names, problem))
      return roundPage(needs, c, round, form.values, [], problems)
    }
    return done(c, round, 'detection.round.changed')
  })

  routes.post('/campaigns/:id/rounds/:roundId/streets', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const round = await roundAt(needs, c)
    const form = await parseForm(c, moveForm)
    const asItIs = { day: round.day, pairId: round.pairId }
    if (!form.ok) return roundPage(needs, c, round, asItIs, [], [t('detection.round.refused.unknownRound')])
    const moved = await moveStreetTo(needs, staffOf(c), { from: round.id, ...form.data })
    if (moved !== 'moved') return roundPage(needs, c, round, asItIs, [], [t(`detection.round.refused.${moved}`)])
    return done(c, round, 'detection.round.moved')
  })

  routes.post('/campaigns/:id/rounds/:roundId/removal', may(leadCampaigns), async (c) => {
    const round = await roundAt(needs, c)
    if (!(await withdrawRound(needs, staffOf(c), round.id))) conflict('a round that was walked')
    leaveFlash(c, 'detection.round.removed')
    return c.redirect(`/campaigns/${round.campaignId}/rounds`, 303)
  })
}

function done(c: Ctx, round: Round, messageKey: string): Response {
  leaveFlash(c, messageKey)
  return c.redirect(`/campaigns/${round.campaignId}/rounds/${round.id}`, 303)
}

async function roundAt(needs: Needs, c: Ctx): Promise<Round> {
  const campaign = await campaignAt(needs, c)
  const id = c.req.param('roundId') ?? ''
  const round = await needs.transact(staffOf(c), (tx) => roundById(tx, id))
  return round?.campaignId === campaign.id ? round : notFound('round', id)
}

type Tx = Parameters<typeof pairsOf>[0]

async function namesOfPairs(tx: Tx, campaignId: string): Promise<ReadonlyMap<string, string>> {
  const lines = [...(await pairsOf(tx, campaignId)), ...(await roundLines(tx, campaignId))]
  const fellows = await fellowsByIds(
    tx,
    lines.flatMap(({ firstVolunteerId, secondVolunteerId }) => [firstVolunteerId, secondVolunteerId]),
  )
  return new Map([...fellows].map(([id, { name }]) => [id, name]))
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
    names: await namesOfPairs(tx, campaign.id),
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

async function roundPage(
  needs: Needs,
  c: Ctx,
  round: Round,
  values: FormValues,
  errors?: FormErrors,
  problems: readonly string[] = [],
): Promise<Response> {
  const t = c.get('t')
  const campaign = await campaignAt(needs, c)
  const { names, pairs, rounds } = await needs.transact(staffOf(c), async (tx) => ({
    names: await namesOfPairs(tx, campaign.id),
    pairs: await pairsOf(tx, campaign.id),
    rounds: await roundLines(tx, campaign.id),
  }))
  return workplacePage(
    c,
    { title: t('detection.round.title', { number: round.number, day: t.day(round.day) }) },
    <RoundPage
      t={t}
      campaign={campaign}
      round={round}
      form={filledForm(t, values, errors)}
      pairs={pairs.map((pair) => ({ value: pair.id, label: pairName(t, names, pair) }))}
      others={rounds
        .filter(({ id, day }) => id !== round.id && day >= t.today)
        .map(({ id, number, day }) => ({ value: id, label: t('detection.round.title', { number, day: t.day(day) }) }))}
      problems={problems}
    />,
    errors ? 422 : 200,
  )
}
