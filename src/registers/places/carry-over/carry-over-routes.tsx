import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { filledForm, may, notFound, type Routes, staffOf, workplacePage } from '../../../platform/http/index.ts'
import { composePlaces } from '../access.ts'
import { ownAsked } from '../neighbourhood-asked.ts'
import type { Neighbourhood } from '../place.ts'
import type { NamedPart } from '../versions/area-version.ts'
import { namedParts } from '../versions/version-store.ts'
import { carriedOver, type Proposal } from './carry-over.ts'
import { CarryOverPage } from './carry-over-page.tsx'
import { doorsLeftOver, newerAreas, outdatedNeighbourhoods } from './carry-over-store.ts'

type Needs = { readonly transact: Transact }

/** The proposal to take a composed neighbourhood over to a newer edition; it is saved as any other change of its parts. */
export function carryOverRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/places/:id/carry-over', may(composePlaces), async (c) => {
    const t = c.get('t')
    const neighbourhood = await ownAsked(c, transact, 'composed')
    const proposal = await transact(staffOf(c), (tx) => proposalFor(tx, neighbourhood))
    const form = filledForm(t, {
      version: String(neighbourhood.version),
      name: neighbourhood.name,
      why: t('places.carry.why', { from: proposal.from, to: proposal.to }),
    })
    const title = t('places.carry')
    return workplacePage(
      c,
      { title },
      <CarryOverPage t={t} form={form} neighbourhood={neighbourhood} proposal={proposal} />,
    )
  })
}

async function proposalFor(tx: Tx, { id }: Neighbourhood): Promise<Proposal> {
  const outdated = (await outdatedNeighbourhoods(tx)).find((one) => one.id === id)
  const { from, to } = outdated ?? notFound('newer edition for neighbourhood', id)
  const parts = (await namedParts(tx, [id])).get(id) ?? []
  const areas = await newerAreas(tx, id)
  const levels = new Set(areas.map(({ level }) => level))
  return {
    ...{ from, to },
    ...carriedOver(areas),
    replaced: parts.filter(({ kind }) => isOf(levels, kind)),
    staying: parts.filter(({ kind }) => !isOf(levels, kind)),
    leftOver: await doorsLeftOver(tx, id),
  }
}

const isOf = (levels: ReadonlySet<string>, kind: NamedPart['kind']) => levels.has(kind)
