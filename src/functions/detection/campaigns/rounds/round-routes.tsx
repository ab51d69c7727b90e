import {
  type Ctx,
  changedMeanwhile,
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
import { leadCampaigns } from '../access.ts'
import { pairsOf } from '../pairs/pair-store.ts'
import { pairName } from '../pairs/views/pairs-page.tsx'
import { campaignAt, type Needs } from '../parts.ts'
import { roundProblemText } from '../views/problem-text.ts'
import { moveStreetTo, type RoundProblem, replanRound, withdrawRound } from './actions.ts'
import { moveForm, roundForm } from './forms.ts'
import { namesOfPairs } from './pair-names.ts'
import { roundLines } from './progress-store.ts'
import { type Round, roundById } from './round-store.ts'
import { roundsInDoubt } from './rounds-in-doubt.ts'
import { RoundPage } from './views/round-page.tsx'
import { RoundSheet } from './views/round-sheet.tsx'

/** One round: looking, printing, another day or pair, moving a street, taking it back. */
export function roundRoutes(routes: Routes, needs: Needs): void {
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
    if (changed.kind === 'stale')
      changedMeanwhile({
        subject: { type: 'campaign', id: round.campaignId },
        now: `/campaigns/${round.campaignId}/rounds/${round.id}`,
        typed: form.values,
      })
    if (changed.kind === 'refused')
      return roundPage(needs, c, round, form.values, [], await problemTexts(needs, c, round, changed.problems))
    return done(c, round, 'detection.round.changed')
  })

  routes.post('/campaigns/:id/rounds/:roundId/streets', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const round = await roundAt(needs, c)
    const form = await parseForm(c, moveForm)
    const asItIs = { day: round.day, pairId: round.pairId }
    if (!form.ok) return roundPage(needs, c, round, asItIs, [], [t('detection.round.refused.unknownRound')])
    const moved = await moveStreetTo(needs, staffOf(c), { from: round.id, ...form.data })
    if (moved.kind === 'refused')
      return roundPage(needs, c, round, asItIs, [], [t(`detection.round.refused.${moved.reason}`)])
    if (moved.kind === 'tooMuch')
      return roundPage(needs, c, round, asItIs, [], await problemTexts(needs, c, round, moved.problems))
    return done(c, round, 'detection.round.moved')
  })

  routes.post('/campaigns/:id/rounds/:roundId/removal', may(leadCampaigns), async (c) => {
    const round = await roundAt(needs, c)
    if (!(await withdrawRound(needs, staffOf(c), round.id))) conflict('a round that was walked')
    leaveFlash(c, 'detection.round.removed')
    return c.redirect(`/campaigns/${round.campaignId}/rounds`, 303)
  })
}

async function problemTexts(needs: Needs, c: Ctx, round: Round, problems: readonly RoundProblem[]) {
  const t = c.get('t')
  const names = await needs.transact(staffOf(c), (tx) => namesOfPairs(tx, t, round.campaignId))
  return problems.map((problem) => roundProblemText(t, names, problem))
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
  const { names, pairs, rounds, doubts } = await needs.transact(staffOf(c), async (tx) => ({
    names: await namesOfPairs(tx, t, campaign.id),
    pairs: await pairsOf(tx, campaign.id),
    rounds: await roundLines(tx, campaign.id),
    doubts: (await roundsInDoubt(tx, campaign, t.today)).find(({ id }) => id === round.id)?.problems ?? [],
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
      doubts={doubts.filter(({ kind }) => kind !== 'pairFrozen').map((problem) => roundProblemText(t, names, problem))}
      problems={problems}
    />,
    errors ? 422 : 200,
  )
}
