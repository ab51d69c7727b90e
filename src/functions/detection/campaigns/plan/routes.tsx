import { uuidv7 } from 'uuidv7'
import {
  type Ctx,
  changedMeanwhile,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  municipalityOf,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { colleagues } from '../../../../platform/identity/colleagues.ts'
import { mapped, neighbourhoodsOf } from '../../../../registers/places/index.ts'
import { knowCampaigns, leadCampaigns, readVisitListRule } from '../access.ts'
import type { Campaign } from '../campaign.ts'
import { campaignsIn } from '../campaign-store.ts'
import { campaignAt, type Needs } from '../parts.ts'
import { saveCampaign } from './actions.ts'
import { type CampaignInput, campaignForm, valuesOf } from './forms.ts'
import { leaderPage, outsiderPage } from './overview.tsx'
import { stepRoutes } from './step-routes.tsx'
import { streetRoutes } from './street-routes.tsx'
import { CampaignFormPage } from './views/campaign-form-page.tsx'
import { CampaignsPage } from './views/campaigns-page.tsx'

/** Planning a campaign: what was decided here, its streets and its steps beside it. */
export function planRoutes(routes: Routes, needs: Needs): void {
  streetRoutes(routes, needs)
  stepRoutes(routes, needs)

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
    const kind = c.req.query('kind') === 'selected' ? 'selected' : 'wholeStreet'
    return formPage(needs, c, { kind, languages, onCallUserId: staffOf(c).userId }, { id: uuidv7() })
  })
  routes.post('/campaigns', may(leadCampaigns), (c) => save(needs, c))

  routes.get('/campaigns/:id', may(knowCampaigns), async (c) =>
    leadCampaigns.allows(staffOf(c))
      ? leaderPage(needs, c, await campaignAt(needs, c))
      : outsiderPage(needs, c, await campaignAt(needs, c)),
  )

  routes.get('/campaigns/:id/edit', may(leadCampaigns), async (c) => {
    const campaign = await campaignAt(needs, c)
    return formPage(needs, c, valuesOf(campaign), editing(campaign, String(campaign.version)))
  })
  routes.post('/campaigns/:id', may(leadCampaigns), async (c) => save(needs, c, await campaignAt(needs, c)))
}

async function save(needs: Needs, c: Ctx, known?: Campaign): Promise<Response> {
  const form = await parseForm(c, campaignForm)
  const version = typeof form.values.version === 'string' ? form.values.version : undefined
  const about = known ? editing(known, version) : { id: String(form.values.id ?? uuidv7()), version }
  if (!form.ok) return formPage(needs, c, form.values, about, form.errors)
  const { id } = about
  const { kind } = form.data
  if (known && known.kind !== kind) conflict('kind of a campaign')
  // Only at its own address a campaign is changed, where it is held to what its letters said.
  if ((known === undefined) !== (form.data.version === undefined)) conflict('version of a campaign')
  const broken = known ? brokenPromises(known, form.data) : []
  if (broken.length > 0) return formPage(needs, c, form.values, about, broken)
  if (!(await saveCampaign(needs, staffOf(c), { ...form.data, id })))
    changedMeanwhile({ subject: { type: 'campaign', id }, now: `/campaigns/${id}`, typed: form.values })
  leaveFlash(c, 'detection.campaign.saved')
  const next = kind === 'selected' ? 'addresses' : 'streets'
  return c.redirect(known ? `/campaigns/${id}` : `/campaigns/${id}/${next}`, 303)
}

type About = { readonly id: string; readonly version?: string | undefined; readonly known?: Campaign }

const editing = (known: Campaign, version: string | undefined): About => ({ id: known.id, version, known })

/** What letters said that a change would no longer hold to: the day a list is destroyed, and where the visits are. */
function brokenPromises(known: Campaign, { destroyOn, neighbourhoodIds }: CampaignInput): FormErrors {
  if (known.state === 'planned') return []
  const isElsewhere = known.neighbourhoodIds.toSorted().join() !== neighbourhoodIds.toSorted().join()
  return [
    ...(known.destroyOn === destroyOn ? [] : [refusal('destroyOn', 'destroyOnFixed')]),
    ...(isElsewhere ? [refusal('neighbourhoodIds', 'neighbourhoodsFixed')] : []),
  ]
}

const refusal = (field: string, why: string) => ({ field, key: `detection.campaign.error.${why}`, values: {} })

async function formPage(
  needs: Needs,
  c: Ctx,
  values: FormValues,
  { id, version, known }: About,
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const { zoneId } = staffOf(c)
  const page = await needs.transact(staffOf(c), async (tx) => ({
    areas: await mapped(tx, await neighbourhoodsOf(tx, { also: known?.neighbourhoodIds })),
    coordinators: await colleagues(tx, { roles: ['coordinator'], zoneId }),
  }))
  return workplacePage(
    c,
    { title: version === undefined ? t('detection.campaign.new') : t('detection.campaign.edit') },
    <CampaignFormPage
      t={t}
      form={filledForm(t, values, errors)}
      id={id}
      version={version}
      isFixed={known !== undefined && known.state !== 'planned'}
      {...page}
    />,
    errors ? 422 : 200,
  )
}
