import { z } from 'zod'
import { everyone } from '../../../../platform/access/rule.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  focusPage,
  identifier,
  type LimitRate,
  leaveFlash,
  may,
  municipalityOf,
  notFound,
  parseForm,
  type Routes,
  requiredText,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { addressesById, findAddresses, findStreetless } from '../../../../registers/places/index.ts'
import { leadCampaigns } from '../access.ts'
import { amongDoors } from '../addresses/campaign-doors.ts'
import { campaignAt, type Needs, partsFor } from '../parts.ts'
import { optOutByCode, optOutByPhone } from './actions.ts'
import { optedOutOf } from './opt-out-store.ts'
import { OptOutDonePage, OptOutPage } from './views/opt-out-page.tsx'
import { OptOutsPage } from './views/opt-outs-page.tsx'

const codeForm = z.object({ code: requiredText(40) })
const addressForm = z.object({ addressId: identifier() })

/** "Rather no visit": by the code of the letter without signing in, and by telephone through a coordinator. */
export function optOutRoutes(routes: Routes, needs: Needs & { readonly limitRate: LimitRate }): void {
  publicRoutes(routes, needs)
  phoneRoutes(routes, needs)
}

function publicRoutes(routes: Routes, needs: Needs & { readonly limitRate: LimitRate }): void {
  const limit = needs.limitRate({ bucket: 'opt-out', max: 20, windowSeconds: 900 })

  routes.get('/in/:municipality/opt-out', may(everyone), (c) => codePage(c, {}))

  routes.post('/in/:municipality/opt-out', may(everyone), limit, async (c) => {
    const form = await parseForm(c, codeForm)
    if (!form.ok) return codePage(c, form.values, form.errors)
    const municipality = municipalityOf(c)
    const answer = await optOutByCode(needs, municipality.id, form.data.code, c.get('t').today)
    if (answer !== 'noted')
      return codePage(c, form.values, [{ field: 'code', key: `resident.optOut.error.${answer}`, values: {} }])
    return c.redirect(`/in/${municipality.slug}/opt-out/done`, 303)
  })

  routes.get('/in/:municipality/opt-out/done', may(everyone), (c) => {
    const t = c.get('t')
    const { slug, contact } = municipalityOf(c)
    return focusPage(
      c,
      { title: t('resident.optOut.done') },
      <OptOutDonePage t={t} slug={slug} phone={contact.phone} />,
    )
  })
}

function codePage(c: Ctx, values: FormValues, errors?: FormErrors): Response {
  const t = c.get('t')
  const { slug, contact } = municipalityOf(c)
  return focusPage(
    c,
    { title: t('resident.optOut.title') },
    <OptOutPage t={t} slug={slug} form={filledForm(t, values, errors)} phone={contact.phone} />,
    errors ? 422 : 200,
  )
}

function phoneRoutes(routes: Routes, needs: Needs): void {
  routes.get('/campaigns/:id/opt-outs', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const campaign = await campaignAt(needs, c)
    const typed = c.req.query('q')?.trim() ?? ''
    const page = await needs.transact(staffOf(c), async (tx) => {
      const optedOut = await optedOutOf(tx, campaign.id)
      const found = typed
        ? [...(await findAddresses(tx, typed, 30)), ...(await findStreetless(tx, campaign.streetlessIn, typed))]
        : []
      const own = await amongDoors(
        tx,
        campaign,
        found.map(({ id }) => id),
      )
      return {
        optedOut: await addressesById(tx, [...optedOut]),
        found: found.filter(({ id }) => own.has(id) && !optedOut.has(id)).slice(0, 10),
      }
    })
    return workplacePage(
      c,
      { title: t('detection.campaign.part.opt-outs') },
      <OptOutsPage
        t={t}
        campaign={campaign}
        parts={partsFor(staffOf(c))}
        optedOut={page.optedOut}
        search={{ typed, found: page.found }}
      />,
    )
  })

  routes.post('/campaigns/:id/opt-outs', may(leadCampaigns), (c) => change(c, true))
  routes.post('/campaigns/:id/opt-outs/removal', may(leadCampaigns), (c) => change(c, false))

  async function change(c: Ctx, isOptedOut: boolean): Promise<Response> {
    const { id: campaignId } = await campaignAt(needs, c)
    const form = await parseForm(c, addressForm)
    const addressId = form.ok ? form.data.addressId : ''
    if (!form.ok || !(await optOutByPhone(needs, staffOf(c), { campaignId, addressId, isOptedOut }, c.get('t').today)))
      notFound('address', 'of this campaign')
    leaveFlash(c, isOptedOut ? 'detection.optOut.noted' : 'detection.optOut.removed')
    return c.redirect(`/campaigns/${campaignId}/opt-outs`, 303)
  }
}
