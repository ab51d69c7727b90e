import { uuidv7 } from 'uuidv7'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import {
  type Ctx,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  type NavigationEntry,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import { composePlaces, readPlaces } from './access.ts'
import { composeNeighbourhood, dissolveNeighbourhood } from './actions.ts'
import { addressesOn, streetsOf } from './address-store.ts'
import { compositionForm, valuesOf } from './forms.ts'
import { editionsOf, mapped, neighbourhoodsOf, partsOf } from './neighbourhood-store.ts'
import type { Neighbourhood } from './place.ts'
import { streetLines } from './street-line-store.ts'
import { CompositionPage } from './views/composition-page.tsx'
import { NeighbourhoodPage } from './views/neighbourhood-page.tsx'
import { NeighbourhoodsPage } from './views/neighbourhoods-page.tsx'
import { StreetPage } from './views/street-page.tsx'

type Needs = { readonly transact: Transact }

export const placesNavigation: readonly NavigationEntry[] = [
  { href: '/places', label: 'places.title', icon: 'map-pin', rule: composePlaces },
]

/** Neighbourhoods with their streets and addresses, and composing one's own. */
export function placesRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs
  const read = <Result,>(c: Ctx, work: (tx: Tx) => Promise<Result>) => transact(staffOf(c), work)

  routes.get('/places', may(readPlaces), async (c) => {
    const t = c.get('t')
    const page = await read(c, async (tx) => {
      const editions = await editionsOf(tx)
      const edition = editions.find((one) => one === c.req.query('edition')) ?? editions[0] ?? ''
      return { editions, edition, areas: await mapped(tx, await neighbourhoodsOf(tx, { edition })) }
    })
    const mayCompose = composePlaces.allows(staffOf(c))
    return workplacePage(
      c,
      { title: t('places.title') },
      <NeighbourhoodsPage t={t} {...page} mayCompose={mayCompose} />,
    )
  })

  routes.get('/places/new', may(composePlaces), (c) => formPage(c, { id: uuidv7() }))

  routes.post('/places', may(composePlaces), (c) => save(c))

  routes.get('/places/:id', may(readPlaces), async (c) => {
    const t = c.get('t')
    const neighbourhood = await neighbourhoodFor(c)
    const page = await read(c, async (tx) => {
      const { areaIds, streetIds } = await partsOf(tx, neighbourhood.id)
      const [area] = await mapped(tx, [neighbourhood])
      const streets = await streetsOf(tx, { neighbourhoodIds: [neighbourhood.id] })
      const lines = await streetLines(
        tx,
        streets.map(({ id }) => id),
      )
      const parts = [
        ...(await neighbourhoodsOf(tx, { ids: areaIds })),
        ...(await streetsOf(tx, { ids: streetIds })),
      ].map(({ name }) => name)
      return { area: area ?? notFound('neighbourhood', neighbourhood.id), streets, lines, parts }
    })
    const mayChange = neighbourhood.origin === 'composed' && composePlaces.allows(staffOf(c))
    return workplacePage(c, { title: neighbourhood.name }, <NeighbourhoodPage t={t} {...page} mayChange={mayChange} />)
  })

  routes.get('/places/:id/streets/:street', may(readPlaces), async (c) => {
    const t = c.get('t')
    const neighbourhood = await neighbourhoodFor(c)
    const page = await read(c, async (tx) => {
      const ids = [c.req.param('street')]
      const [street] = await streetsOf(tx, { ids, neighbourhoodIds: [neighbourhood.id] })
      const doors = await addressesOn(tx, ids, { neighbourhoodIds: [neighbourhood.id] })
      return { street: street ?? notFound('street', 'here'), doors, areas: await mapped(tx, [neighbourhood]) }
    })
    return workplacePage(c, { title: page.street.name }, <StreetPage t={t} neighbourhood={neighbourhood} {...page} />)
  })

  routes.get('/places/:id/edit', may(composePlaces), async (c) => {
    const neighbourhood = await composedFor(c)
    const parts = await read(c, (tx) => partsOf(tx, neighbourhood.id))
    return formPage(c, valuesOf(neighbourhood, parts), neighbourhood)
  })

  routes.post('/places/:id', may(composePlaces), async (c) => save(c, await composedFor(c)))

  routes.post('/places/:id/dissolution', may(composePlaces), (c) => dissolve(c, c.get('t').today))
  routes.post('/places/:id/dissolution/removal', may(composePlaces), (c) => dissolve(c, null))

  async function dissolve(c: Ctx, day: string | null): Promise<Response> {
    const neighbourhood = await composedFor(c)
    if (!(await dissolveNeighbourhood(needs, staffOf(c), neighbourhood, day)))
      conflict('name of neighbourhood is taken')
    leaveFlash(c, day === null ? 'places.restored' : 'places.dissolved')
    return c.redirect(`/places/${neighbourhood.id}`, 303)
  }

  async function save(c: Ctx, existing?: Neighbourhood): Promise<Response> {
    const form = await parseForm(c, compositionForm)
    if (!form.ok) return formPage(c, form.values, existing, form.errors)
    if (existing && form.data.version === undefined) conflict('form without version')
    const saved = await composeNeighbourhood(needs, staffOf(c), { ...form.data, id: existing?.id ?? form.data.id })
    if (saved.kind === 'changed') conflict('neighbourhood changed meanwhile')
    if (saved.kind === 'refused')
      return formPage(c, form.values, existing, [{ field: saved.field, key: saved.reason, values: {} }])
    leaveFlash(c, 'places.saved')
    return c.redirect(`/places/${saved.id}`, 303)
  }

  async function neighbourhoodFor(c: Ctx): Promise<Neighbourhood> {
    const id = c.req.param('id') ?? ''
    const [found] = isUuid(id) ? await read(c, (tx) => neighbourhoodsOf(tx, { ids: [id] })) : []
    return found ?? notFound('neighbourhood', id)
  }

  async function composedFor(c: Ctx): Promise<Neighbourhood> {
    const found = await neighbourhoodFor(c)
    return found.origin === 'composed' ? found : notFound('composed neighbourhood', found.id)
  }

  async function formPage(
    c: Ctx,
    values: FormValues,
    existing?: Neighbourhood,
    errors?: FormErrors,
  ): Promise<Response> {
    const t = c.get('t')
    const choices = await read(c, async (tx) => {
      const areas = await neighbourhoodsOf(tx, { edition: existing?.edition })
      return { areas: areas.filter(({ origin }) => origin === 'imported'), streets: await streetsOf(tx) }
    })
    return workplacePage(
      c,
      { title: t(existing ? 'places.edit' : 'places.new') },
      <CompositionPage t={t} form={filledForm(t, values, errors)} existing={existing} {...choices} />,
      errors ? 422 : 200,
    )
  }
}

/** An address typed by hand is no identifier: not found, rather than an error of the database. */
const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
