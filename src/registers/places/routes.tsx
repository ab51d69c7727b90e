import type { Tx } from '../../platform/database/transact.ts'
import { may, type NavigationEntry, notFound, type Routes, staffOf, workplacePage } from '../../platform/http/index.ts'
import { namesOf } from '../../platform/identity/index.ts'
import type { SentFileNeeds } from '../../platform/sent-files/index.ts'
import { composePlaces, readPlaces } from './access.ts'
import { addressesOn, hasParts, streetsOf } from './address-store.ts'
import { areasRoutes } from './areas/routes.tsx'
import { carryOverRoutes } from './carry-over/carry-over-routes.tsx'
import { outdatedNeighbourhoods } from './carry-over/carry-over-store.ts'
import { compositionRoutes } from './composition-routes.tsx'
import { descriptionRoutes } from './description/description-routes.tsx'
import { drawingRoutes } from './drawn/drawing-routes.tsx'
import { isUuid, neighbourhoodAsked } from './neighbourhood-asked.ts'
import { editionsOf, mapped, neighbourhoodsOf } from './neighbourhood-store.ts'
import { isOwn, type Neighbourhood } from './place.ts'
import { streetLines } from './street-line-store.ts'
import { namedParts, versionsOf } from './versions/version-store.ts'
import { NeighbourhoodPage } from './views/neighbourhood-page.tsx'
import { NeighbourhoodsPage } from './views/neighbourhoods-page.tsx'
import { StreetPage } from './views/street-page.tsx'

export const placesNavigation: readonly NavigationEntry[] = [
  { href: '/places', label: 'places.title', icon: 'map-pin', rule: composePlaces },
]

/** Neighbourhoods with their streets and addresses, and composing one's own. */
export function placesRoutes(routes: Routes, needs: SentFileNeeds): void {
  const { transact } = needs

  routes.get('/places', may(readPlaces), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const page = await transact(actor, (tx) => editionShown(tx, c.req.query('edition')))
    const mayCompose = composePlaces.allows(actor)
    return workplacePage(
      c,
      { title: t('places.title') },
      <NeighbourhoodsPage t={t} {...page} mayCompose={mayCompose} />,
    )
  })

  drawingRoutes(routes, needs)
  carryOverRoutes(routes, needs)
  descriptionRoutes(routes, needs)

  areasRoutes(routes, needs)

  // Before /places/:id, which would take "new" for an identifier.
  compositionRoutes(routes, needs)

  routes.get('/places/:id', may(readPlaces), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const neighbourhood = await neighbourhoodAsked(c, transact)
    const page = await transact(actor, (tx) => streetsShown(tx, neighbourhood))
    const mayDescribe = composePlaces.allows(actor)
    const mayChange = isOwn(neighbourhood) && mayDescribe
    return workplacePage(
      c,
      { title: neighbourhood.name },
      <NeighbourhoodPage t={t} {...page} mayChange={mayChange} mayDescribe={mayDescribe} />,
    )
  })

  routes.get('/places/:id/streets/:street', may(readPlaces), async (c) => {
    const t = c.get('t')
    const neighbourhood = await neighbourhoodAsked(c, transact)
    const page = await transact(staffOf(c), (tx) => doorsShown(tx, neighbourhood, c.req.param('street')))
    return workplacePage(c, { title: page.street.name }, <StreetPage t={t} neighbourhood={neighbourhood} {...page} />)
  })
}

async function editionShown(tx: Tx, asked: string | undefined) {
  const editions = await editionsOf(tx)
  const edition = editions.find((one) => one === asked) ?? editions[0] ?? ''
  return {
    editions,
    edition,
    areas: await mapped(tx, await neighbourhoodsOf(tx, { edition })),
    outdated: await outdatedNeighbourhoods(tx),
    hasParts: await hasParts(tx),
  }
}

async function streetsShown(tx: Tx, neighbourhood: Neighbourhood) {
  const versions = await versionsOf(tx, neighbourhood.id)
  const [area] = await mapped(tx, [neighbourhood])
  const within = { neighbourhoodIds: [neighbourhood.id] }
  const streets = await streetsOf(tx, within)
  const ids = streets.map(({ id }) => id)
  const parts = (await namedParts(tx, [neighbourhood.id])).get(neighbourhood.id) ?? []
  return {
    area: area ?? notFound('neighbourhood', neighbourhood.id),
    streets,
    lines: await streetLines(tx, ids, within),
    parts: parts.map(({ name }) => name),
    versions,
    outdated: (await outdatedNeighbourhoods(tx)).find(({ id }) => id === neighbourhood.id),
    names: await namesOf(
      tx,
      versions.flatMap(({ madeBy }) => madeBy ?? []),
    ),
  }
}

async function doorsShown(tx: Tx, neighbourhood: Neighbourhood, streetId: string) {
  const within = { neighbourhoodIds: [neighbourhood.id] }
  const [street] = isUuid(streetId) ? await streetsOf(tx, { ids: [streetId], ...within }) : []
  return {
    street: street ?? notFound('street', streetId),
    doors: await addressesOn(tx, [streetId], within),
    areas: await mapped(tx, [neighbourhood]),
  }
}
