import type { IsoDate } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
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
} from '../../../platform/http/index.ts'
import {
  organisationById,
  organisationsOf,
  serviceById,
  serviceChoices,
} from '../../../registers/organisations/index.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { isIdentifier } from '../findings/asked-finding.ts'
import { neighbourhoodErrors } from '../findings/asked-neighbourhood.ts'
import { asksAboutName, nameErrors } from '../findings/name-check.ts'
import { writeAssets } from './access.ts'
import { type Asset, type AssetKind, assetKinds } from './asset.ts'
import { assetsIn, changeAsset, type NewAsset, noteAssets, setAssetGone } from './asset-store.ts'
import { type AssetInput, assetChangeForm, assetForm, versionForm } from './forms.ts'
import { spotAfter, spotOf } from './spot-of.ts'
import { ChooseKindPage, WriteAssetPage } from './views/write-asset-page.tsx'

type Needs = { readonly transact: Transact }

/** Adding and changing what a neighbourhood has. */
export function assetWritingRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/places/new', may(writeAssets), (c) => {
    const t = c.get('t')
    const kind = assetKinds.find((one) => one === c.req.query('kind'))
    if (kind) return assetPage(needs, c, kind, { id: uuidv7(), values: {} })
    return workplacePage(c, { title: t('analysis.asset.new') }, <ChooseKindPage t={t} />)
  })

  routes.post('/analysis/places', may(writeAssets), async (c) => {
    const actor = staffOf(c)
    const form = await parseForm(c, assetForm)
    const errors = form.ok ? await wrongIn(needs, c, form.data) : form.errors
    if (!form.ok || errors.length > 0) {
      const id = typeof form.values.id === 'string' ? form.values.id : uuidv7()
      return assetPage(needs, c, kindIn(form.values), { id, values: form.values }, errors)
    }
    const asset = form.data
    await transact(actor, async (tx) => {
      await noteAssets(tx, [await assetFrom(tx, asset, asset.id, actor, c.get('t').today)])
      tx.audit({ action: 'note asset', subject: { type: 'asset', id: asset.id } })
    })
    leaveFlash(c, 'analysis.asset.saved')
    return c.redirect('/analysis/places', 303)
  })

  routes.get('/analysis/places/:id', may(writeAssets), async (c) => {
    const asset = await assetAsked(needs, c)
    return assetPage(needs, c, asset.kind, { id: asset.id, values: valuesOf(asset), asset })
  })

  routes.post('/analysis/places/:id', may(writeAssets), async (c) => {
    const actor = staffOf(c)
    const asset = await assetAsked(needs, c)
    const form = await parseForm(c, assetChangeForm)
    const errors = form.ok ? await wrongIn(needs, c, form.data) : form.errors
    if (!form.ok || errors.length > 0)
      return assetPage(needs, c, asset.kind, { id: asset.id, values: form.values, asset }, errors)
    const { version } = form.data
    const isDone = await transact(actor, async (tx) => {
      const changed = await assetFrom(tx, { ...form.data, kind: asset.kind }, asset.id, actor, c.get('t').today)
      const at = await spotAfter(tx, asset, changed.address ?? undefined)
      const isSaved = await changeAsset(tx, { ...changed, at, version })
      if (isSaved) tx.audit({ action: 'change asset', subject: { type: 'asset', id: asset.id } })
      return isSaved
    })
    return after(c, asset.id, isDone, 'analysis.asset.saved', form.values)
  })

  routes.post('/analysis/places/:id/removal', may(writeAssets), async (c) => {
    const asset = await assetAsked(needs, c)
    const form = await parseForm(c, versionForm)
    const isDone = await transact(staffOf(c), async (tx) => {
      const isGone = form.ok && (await setAssetGone(tx, asset.id, form.data.version, c.get('t').today))
      if (isGone) tx.audit({ action: 'change asset', subject: { type: 'asset', id: asset.id } })
      return isGone
    })
    return after(c, asset.id, isDone, 'analysis.asset.removed', form.values)
  })
}

const assetAsked = (needs: Needs, c: Ctx): Promise<Asset> =>
  needs.transact(staffOf(c), async (tx) => {
    const id = c.req.param('id') ?? ''
    const [asset] = isIdentifier(id) ? await assetsIn(tx, { id }) : []
    return asset ?? notFound('asset', id)
  })

const wrongIn = (needs: Needs, c: Ctx, data: AssetInput) =>
  needs.transact(staffOf(c), async (tx) => [
    ...(await nameErrors(tx, data, namedFields(data))),
    ...(await neighbourhoodErrors(tx, 'neighbourhoodId', [data.neighbourhoodId])),
    ...(await registerErrors(tx, data)),
  ])

async function assetPage(needs: Needs, c: Ctx, kind: AssetKind, shown: Shown, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const { id, values, asset } = shown
  const { neighbourhoods, register } = await needs.transact(staffOf(c), async (tx) => ({
    neighbourhoods: await neighbourhoodsOf(tx),
    register: await registerChoices(tx, kind),
  }))
  const version = typeof values.version === 'string' ? values.version : String(asset?.version ?? '')
  const page = (
    <WriteAssetPage
      t={t}
      kind={kind}
      id={id}
      form={filledForm(t, values, errors)}
      asksAboutName={asksAboutName(errors)}
      neighbourhoods={neighbourhoods}
      register={register}
      changes={asset && { asset, version }}
    />
  )
  return workplacePage(c, { title: t(`analysis.asset.kind.${kind}`) }, page, errors ? 422 : 200)
}

type Shown = { readonly id: string; readonly values: FormValues; readonly asset?: Asset }

function after(c: Ctx, id: string, isDone: boolean, message: string, typed: FormValues): Response {
  if (!isDone) changedMeanwhile({ subject: { type: 'asset', id }, now: `/analysis/places/${id}`, typed })
  leaveFlash(c, message)
  return c.redirect('/analysis/places', 303)
}

/** A person is told by what they do: that is asked about as any text; a place may be called after somebody. */
const namedFields = ({ kind }: AssetInput) => (kind === 'keyPerson' ? ['name', 'note'] : ['note'])

const kindIn = ({ kind }: FormValues): AssetKind => assetKinds.find((one) => one === kind) ?? 'place'

/** Asks again for an organisation or service that the register does not have. */
async function registerErrors(tx: Tx, { kind, organisationId, serviceId }: AssetInput): Promise<FormErrors> {
  const choose = (field: string) => [{ field, key: 'form.error.choose', values: {} }]
  if (kind === 'organisation' && organisationId)
    return (await organisationById(tx, organisationId)) ? [] : choose('organisationId')
  if (kind === 'service' && serviceId) return (await serviceById(tx, serviceId)) ? [] : choose('serviceId')
  return []
}

async function registerChoices(tx: Tx, kind: AssetKind) {
  if (kind === 'organisation') return (await organisationsOf(tx)).map(({ id, name }) => ({ value: id, label: name }))
  if (kind !== 'service') return []
  const services = await serviceChoices(tx)
  return services.map(({ id, name, organisationName }) => ({ value: id, label: `${name} (${organisationName})` }))
}

/** What is kept of a form: only the fields of its kind, with the point of the address when it is known. */
async function assetFrom(tx: Tx, form: AssetInput, id: string, actor: StaffActor, today: IsoDate): Promise<NewAsset> {
  const { kind } = form
  const isSpot = kind === 'place' || kind === 'antennaPoint'
  return {
    id,
    kind,
    name: form.name ?? null,
    placeType: kind === 'place' ? (form.placeType ?? null) : null,
    organisationId: kind === 'organisation' ? (form.organisationId ?? null) : null,
    serviceId: kind === 'service' ? (form.serviceId ?? null) : null,
    neighbourhoodId: form.neighbourhoodId ?? null,
    at: isSpot && form.address ? await spotOf(tx, form.address) : null,
    address: isSpot ? (form.address ?? null) : null,
    isFree: kind === 'place' ? form.isFree : null,
    isAccessible: kind === 'place' ? form.isAccessible : null,
    openingHours: isSpot ? (form.openingHours ?? null) : null,
    languages: form.languages,
    note: form.note ?? null,
    notedBy: actor.userId,
    notedOn: today,
  }
}

const answerOf = (said: boolean | null) => (said === null ? 'unknown' : said ? 'yes' : 'no')

const valuesOf = (asset: Asset): FormValues => ({
  name: asset.name ?? undefined,
  placeType: asset.placeType ?? undefined,
  organisationId: asset.organisationId ?? undefined,
  serviceId: asset.serviceId ?? undefined,
  neighbourhoodId: asset.neighbourhoodId ?? undefined,
  address: asset.address ?? undefined,
  isFree: answerOf(asset.isFree),
  isAccessible: answerOf(asset.isAccessible),
  openingHours: asset.openingHours ?? undefined,
  languages: asset.languages,
  note: asset.note ?? undefined,
})
