import { uuidv7 } from 'uuidv7'
import { systemActor } from '../../../../platform/access/actor.ts'
import {
  type Ctx,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  municipalityOf,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { colleagues, namesOf } from '../../../../platform/identity/colleagues.ts'
import { countWithoutStreet, mapped, neighbourhoodsOf } from '../../../../registers/places/index.ts'
import { ConfirmPanel } from '../../../../ui/index.ts'
import { knowCampaigns, leadCampaigns, readFigures, readVisitListRule } from '../access.ts'
import { type Campaign, outcomes } from '../campaign.ts'
import { campaignsIn } from '../campaign-store.ts'
import { countLetters } from '../letters/letter-store.ts'
import { pairsOf } from '../pairs/pair-store.ts'
import { campaignAt, type Needs, partsFor } from '../parts.ts'
import { outcomesOf, roundLines } from '../rounds/progress-store.ts'
import { waitingDoors } from '../rounds/proposal.ts'
import { shownParts } from '../tallies/reach.ts'
import { chooseStreets, saveCampaign, takeStep } from './actions.ts'
import { mapOf, progressMapOf } from './campaign-map.ts'
import { announcementForm, campaignForm, streetsForm, valuesOf } from './forms.ts'
import { CampaignFormPage } from './views/campaign-form-page.tsx'
import { CampaignPage } from './views/campaign-page.tsx'
import { CampaignsPage } from './views/campaigns-page.tsx'
import { OutsiderPage } from './views/outsider-page.tsx'
import { StreetsPage } from './views/streets-page.tsx'

/** Planning a campaign: what was decided, its streets, and the steps from planned to ended. */
export function planRoutes(routes: Routes, needs: Needs): void {
  detailRoutes(routes, needs)
  streetRoutes(routes, needs)
  stepRoutes(routes, needs)
}

function detailRoutes(routes: Routes, needs: Needs): void {
  routes.get('/campaigns', may(knowCampaigns), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const campaigns = await needs.transact(actor, campaignsIn)
    return workplacePage(
      c,
      { title: t('detection.campaign.title') },
      <CampaignsPage
        t={t}
        campaigns={campaigns}
        isLeader={leadCampaigns.allows(actor)}
        setsRule={readVisitListRule.allows(actor)}
      />,
    )
  })

  routes.get('/campaigns/new', may(leadCampaigns), (c) => {
    const languages = municipalityOf(c).languages
    return formPage(needs, c, { languages, onCallUserId: staffOf(c).userId }, { id: uuidv7() })
  })
  routes.post('/campaigns', may(leadCampaigns), (c) => save(needs, c))

  routes.get('/campaigns/:id', may(knowCampaigns), async (c) =>
    leadCampaigns.allows(staffOf(c))
      ? leaderPage(needs, c, await campaignAt(needs, c))
      : outsiderPage(needs, c, await campaignAt(needs, c)),
  )

  routes.get('/campaigns/:id/edit', may(leadCampaigns), async (c) => {
    const campaign = await campaignAt(needs, c)
    return formPage(needs, c, valuesOf(campaign), { id: campaign.id, version: String(campaign.version) })
  })
  routes.post('/campaigns/:id', may(leadCampaigns), async (c) => save(needs, c, await campaignAt(needs, c)))
}

async function save(needs: Needs, c: Ctx, known?: Campaign): Promise<Response> {
  const form = await parseForm(c, campaignForm)
  const version = typeof form.values.version === 'string' ? form.values.version : undefined
  const id = known?.id ?? String(form.values.id ?? uuidv7())
  if (!form.ok) return formPage(needs, c, form.values, { id, version }, form.errors)
  if (!(await saveCampaign(needs, staffOf(c), { ...form.data, id }))) conflict('campaign')
  leaveFlash(c, 'detection.campaign.saved')
  return c.redirect(known ? `/campaigns/${id}` : `/campaigns/${id}/streets`, 303)
}

function streetRoutes(routes: Routes, needs: Needs): void {
  routes.get('/campaigns/:id/streets', may(leadCampaigns), async (c) => {
    const campaign = await campaignAt(needs, c)
    return streetsPage(needs, c, campaign, { streetIds: campaign.streetIds })
  })

  routes.post('/campaigns/:id/streets', may(leadCampaigns), async (c) => {
    const campaign = await campaignAt(needs, c)
    const form = await parseForm(c, streetsForm)
    if (!form.ok) return streetsPage(needs, c, campaign, form.values, form.errors)
    if ((await chooseStreets(needs, staffOf(c), campaign.id, form.data.streetIds)) !== 'saved')
      conflict('streets of an announced campaign')
    leaveFlash(c, 'detection.campaign.saved')
    return c.redirect(`/campaigns/${campaign.id}`, 303)
  })
}

function stepRoutes(routes: Routes, needs: Needs): void {
  routes.post('/campaigns/:id/announcement', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const campaign = await campaignAt(needs, c)
    const form = await parseForm(c, announcementForm)
    if (!form.ok) return leaderPage(needs, c, campaign, t(form.errors[0]?.key ?? 'form.error.invalid'))
    const step = { kind: 'announce', ...form.data } as const
    const taken = await takeStep(needs, staffOf(c), campaign.id, step, t.today)
    if (taken?.kind === 'refused')
      return leaderPage(needs, c, campaign, t(`detection.campaign.refused.${taken.reason}`))
    leaveFlash(c, 'detection.campaign.announced')
    return c.redirect(`/campaigns/${campaign.id}`, 303)
  })

  routes.post('/campaigns/:id/opening', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const campaign = await campaignAt(needs, c)
    const taken = await takeStep(needs, staffOf(c), campaign.id, { kind: 'start' }, t.today)
    if (taken?.kind === 'refused')
      return leaderPage(needs, c, campaign, t(`detection.campaign.refused.${taken.reason}`))
    leaveFlash(c, 'detection.campaign.started')
    return c.redirect(`/campaigns/${campaign.id}`, 303)
  })

  routes.get('/campaigns/:id/closing', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const campaign = await campaignAt(needs, c)
    return workplacePage(
      c,
      { title: t('detection.campaign.end') },
      <ConfirmPanel
        title={t('detection.campaign.end.ask', { name: campaign.name })}
        consequences={[
          t('detection.campaign.end.visitors'),
          t('detection.campaign.end.counts'),
          t('detection.campaign.end.final'),
        ]}
        action={`/campaigns/${campaign.id}/closing`}
        confirmText={t('detection.campaign.end')}
        cancel={{ href: `/campaigns/${campaign.id}`, text: t('detection.campaign.end.not') }}
        danger
      />,
    )
  })
  routes.post('/campaigns/:id/closing', may(leadCampaigns), async (c) => {
    const id = c.req.param('id')
    const taken = await takeStep(needs, staffOf(c), id, { kind: 'end' }, c.get('t').today)
    if (!taken) notFound('campaign', id)
    leaveFlash(c, 'detection.campaign.endedNow')
    return c.redirect(`/campaigns/${id}`, 303)
  })
}

async function leaderPage(needs: Needs, c: Ctx, campaign: Campaign, stepError?: string): Promise<Response> {
  const t = c.get('t')
  const page = await needs.transact(staffOf(c), async (tx) => {
    const rounds = await roundLines(tx, campaign.id)
    const doorsWaiting = campaign.state === 'ended' ? 0 : (await waitingDoors(tx, campaign, t.today)).length
    const preparation = {
      letters: await countLetters(tx, campaign.id),
      pairs: (await pairsOf(tx, campaign.id)).length,
      rounds: rounds.length,
      doorsWaiting,
    }
    const onCall = (await namesOf(tx, [campaign.onCallUserId])).get(campaign.onCallUserId)
    const { progress, areas, lines } = await progressMapOf(tx, campaign)
    return { preparation, onCall, progress, areas, lines }
  })
  return workplacePage(
    c,
    { title: campaign.name },
    <CampaignPage t={t} campaign={campaign} parts={partsFor(staffOf(c))} {...page} stepError={stepError} />,
    stepError ? 422 : 200,
  )
}

async function outsiderPage(needs: Needs, c: Ctx, campaign: Campaign): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const streets = await needs.transact(actor, async (tx) => (await mapOf(tx, campaign)).streets)
  // The program counts: these roles see no door, only numbers that point at nobody (P13).
  const counted = readFigures.allows(actor)
    ? await needs.transact(systemActor(actor.municipalityId, 'campaigns.figures'), (tx) => outcomesOf(tx, campaign.id))
    : undefined
  return workplacePage(
    c,
    { title: campaign.name },
    <OutsiderPage
      t={t}
      campaign={campaign}
      parts={partsFor(actor)}
      streetNames={streets.filter(({ id }) => campaign.streetIds.includes(id)).map(({ name }) => name)}
      outcomes={counted && shownParts(inOrder(counted))}
    />,
  )
}

/** As a visit goes, so that the table reads the same each time. */
function inOrder<Part extends { readonly key: string }>(parts: readonly Part[]): readonly Part[] {
  const order = ['none', ...outcomes, 'optedOut']
  return parts.toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key))
}

async function formPage(
  needs: Needs,
  c: Ctx,
  values: FormValues,
  { id, version }: { readonly id: string; readonly version?: string | undefined },
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const { zoneId } = staffOf(c)
  const page = await needs.transact(staffOf(c), async (tx) => ({
    areas: await mapped(tx, await neighbourhoodsOf(tx)),
    coordinators: await colleagues(tx, { roles: ['coordinator'], zoneId }),
  }))
  return workplacePage(
    c,
    { title: version === undefined ? t('detection.campaign.new') : t('detection.campaign.edit') },
    <CampaignFormPage t={t} form={filledForm(t, values, errors)} id={id} version={version} {...page} />,
    errors ? 422 : 200,
  )
}

async function streetsPage(
  needs: Needs,
  c: Ctx,
  campaign: Campaign,
  values: FormValues,
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const map = await needs.transact(staffOf(c), async (tx) => ({
    ...(await mapOf(tx, campaign)),
    doorsWithoutStreet: await countWithoutStreet(tx, campaign.neighbourhoodIds),
  }))
  return workplacePage(
    c,
    { title: t('detection.campaign.part.streets') },
    <StreetsPage
      t={t}
      campaign={campaign}
      parts={partsFor(staffOf(c))}
      form={filledForm(t, values, errors)}
      {...map}
    />,
    errors ? 422 : 200,
  )
}
