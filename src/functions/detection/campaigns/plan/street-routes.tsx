import {
  type Ctx,
  changedMeanwhile,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { neighbourhoodsOf } from '../../../../registers/places/index.ts'
import { leadCampaigns } from '../access.ts'
import type { Campaign } from '../campaign.ts'
import { campaignAt, type Needs, partsFor } from '../parts.ts'
import { chooseStreets } from './actions.ts'
import { mapOf } from './campaign-map.ts'
import { streetsForm } from './forms.ts'
import { StreetsPage } from './views/streets-page.tsx'

/** Choosing where a campaign goes: in all its neighbourhoods at once, or in one at a time (`?neighbourhood=`). */
export function streetRoutes(routes: Routes, needs: Needs): void {
  routes.get('/campaigns/:id/streets', may(leadCampaigns), async (c) => {
    const campaign = await campaignAt(needs, c)
    if (campaign.kind === 'selected') notFound('streets of campaign', campaign.id)
    const { streetIds, streetlessIn } = campaign
    return streetsPage(needs, c, campaign, { neighbourhood: c.req.query('neighbourhood'), streetIds, streetlessIn })
  })

  routes.post('/campaigns/:id/streets', may(leadCampaigns), async (c) => {
    const campaign = await campaignAt(needs, c)
    const form = await parseForm(c, streetsForm)
    if (!form.ok) return streetsPage(needs, c, campaign, form.values, form.errors)
    const { neighbourhood, everything, ...given } = form.data
    const saved = await chooseStreets(needs, staffOf(c), campaign.id, {
      ...given,
      shownIn: shownIn(campaign, neighbourhood),
      everything: everything === 'yes',
    })
    if (saved === 'nothingChosen') return streetsPage(needs, c, campaign, form.values, [nothingChosen])
    const subject = { type: 'campaign', id: campaign.id }
    if (saved !== 'saved') changedMeanwhile({ subject, now: `/campaigns/${campaign.id}/streets` })
    leaveFlash(c, 'detection.campaign.saved')
    return c.redirect(pathAfter(campaign, form.data), 303)
  })
}

const nothingChosen = { field: 'streetIds', key: 'detection.campaign.error.streets', values: {} }

/** All neighbourhoods of the campaign, or the one of them that was asked for. */
function shownIn({ neighbourhoodIds }: Campaign, asked: unknown): readonly string[] {
  return neighbourhoodIds.filter((id) => id === asked).length > 0 ? [String(asked)] : neighbourhoodIds
}

/** Back to the map while there is more to do on it, otherwise to the campaign. */
function pathAfter(
  { id }: Campaign,
  {
    neighbourhood,
    everything,
  }: { readonly neighbourhood?: string | undefined; readonly everything?: string | undefined },
): string {
  if (neighbourhood) return `/campaigns/${id}/streets?neighbourhood=${neighbourhood}`
  return everything ? `/campaigns/${id}/streets` : `/campaigns/${id}`
}

async function streetsPage(
  needs: Needs,
  c: Ctx,
  campaign: Campaign,
  values: FormValues,
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const shown = shownIn(campaign, values.neighbourhood)
  const page = await needs.transact(staffOf(c), async (tx) => ({
    neighbourhoods: await neighbourhoodsOf(tx, { ids: campaign.neighbourhoodIds }),
    map: await mapOf(tx, shown),
  }))
  return workplacePage(
    c,
    { title: t('detection.campaign.part.streets') },
    <StreetsPage
      t={t}
      campaign={campaign}
      parts={partsFor(staffOf(c))}
      form={filledForm(t, values, errors)}
      shown={shown.length === campaign.neighbourhoodIds.length && !values.neighbourhood ? undefined : shown[0]}
      {...page}
    />,
    errors ? 422 : 200,
  )
}
