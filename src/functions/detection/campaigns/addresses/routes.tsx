import { z } from 'zod'
import {
  type Ctx,
  conflict,
  identifier,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { addressesById, findAddresses } from '../../../../registers/places/index.ts'
import { leadCampaigns } from '../access.ts'
import type { Campaign } from '../campaign.ts'
import { campaignAt, type Needs, partsFor } from '../parts.ts'
import { addAddresses, allowedOf, compareFile, removeAddresses } from './actions.ts'
import { type FileRead, mostLines, readAddressFile } from './address-file.ts'
import { listOf } from './address-list-store.ts'
import { AddressesPage } from './views/addresses-page.tsx'
import { FilePreviewPage } from './views/file-preview-page.tsx'

const addingForm = z.object({
  addressIds: z
    .string({ error: 'form.error.required' })
    .transform((ids) => ids.split(' '))
    .pipe(z.array(identifier()).max(mostLines)),
})
const removalForm = z.object({ addressId: identifier() })

/** The list of a selected campaign: sent as a file and looked at first, or found in the register. */
export function addressRoutes(routes: Routes, needs: Needs): void {
  routes.get('/campaigns/:id/addresses', may(leadCampaigns), async (c) =>
    listPage(needs, c, await selectedAt(needs, c)),
  )

  // The file is read and forgotten: what it says comes back as addresses of the register.
  routes.post('/campaigns/:id/addresses/imports', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const campaign = await selectedAt(needs, c)
    if (campaign.state !== 'planned') conflict('list of an announced campaign')
    const { file } = await c.req.parseBody()
    if (!(file instanceof File) || file.size === 0)
      return listPage(needs, c, campaign, t('detection.addresses.refused.noFile'))
    const read = readAddressFile(new Uint8Array(await file.arrayBuffer()))
    if (read.kind === 'refused') return listPage(needs, c, campaign, refusalText(t, read))
    const lines = await needs.transact(staffOf(c), (tx) => compareFile(tx, campaign, read.lines))
    return workplacePage(
      c,
      { title: t('detection.addresses.preview') },
      <FilePreviewPage t={t} campaign={campaign} parts={partsFor(staffOf(c))} lines={lines} />,
    )
  })

  routes.post('/campaigns/:id/addresses', may(leadCampaigns), async (c) => {
    const { id } = await selectedAt(needs, c)
    const form = await parseForm(c, addingForm)
    if (!form.ok) notFound('addresses', 'to add')
    if ((await addAddresses(needs, staffOf(c), id, form.data.addressIds)) === undefined) conflict('list that is fixed')
    leaveFlash(c, 'detection.addresses.added')
    return c.redirect(`/campaigns/${id}/addresses`, 303)
  })

  routes.post('/campaigns/:id/addresses/removal', may(leadCampaigns), async (c) => {
    const form = await parseForm(c, removalForm)
    return remove(needs, c, form.ok ? form.data.addressId : notFound('address', 'to remove'))
  })
  routes.post('/campaigns/:id/addresses/clearing', may(leadCampaigns), (c) => remove(needs, c))
}

async function remove(needs: Needs, c: Ctx, addressId?: string): Promise<Response> {
  const { id } = await selectedAt(needs, c)
  if (!(await removeAddresses(needs, staffOf(c), id, addressId))) conflict('list that is fixed')
  leaveFlash(c, 'detection.addresses.removed')
  return c.redirect(`/campaigns/${id}/addresses`, 303)
}

/** Only a selected campaign has a list. */
async function selectedAt(needs: Needs, c: Ctx): Promise<Campaign> {
  const campaign = await campaignAt(needs, c)
  return campaign.kind === 'selected' ? campaign : notFound('list of campaign', campaign.id)
}

async function listPage(needs: Needs, c: Ctx, campaign: Campaign, fileError?: string): Promise<Response> {
  const t = c.get('t')
  const typed = c.req.query('q')?.trim() ?? ''
  const page = await needs.transact(staffOf(c), async (tx) => {
    const listed = await listOf(tx, campaign.id)
    const isOpen = campaign.state === 'planned'
    const found = isOpen && typed ? await allowedOf(tx, campaign, await findAddresses(tx, typed, 30)) : []
    tx.audit({ action: 'look at address list', subject: { type: 'campaign', id: campaign.id } })
    return {
      addresses: await addressesById(tx, listed),
      search: { typed, found: found.filter(({ id }) => !listed.includes(id)).slice(0, 10) },
    }
  })
  return workplacePage(
    c,
    { title: t('detection.campaign.part.addresses') },
    <AddressesPage t={t} campaign={campaign} parts={partsFor(staffOf(c))} {...page} fileError={fileError} />,
    fileError ? 422 : 200,
  )
}

function refusalText(t: Texts, read: Extract<FileRead, { readonly kind: 'refused' }>): string {
  return t(`detection.addresses.refused.${read.reason}`, {
    columns: read.reason === 'otherColumns' ? read.columns : '',
    most: mostLines,
  })
}
