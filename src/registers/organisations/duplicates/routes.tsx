import { z } from 'zod'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  conflict,
  identifier,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  seenVersion,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { zonesIn } from '../../municipalities/index.ts'
import { exchangeOffer } from '../access.ts'
import { knownOrganisation } from '../known-organisation.ts'
import { servicesByOrganisation } from '../service-store.ts'
import { alikeSheets, mergeOrganisations, recentMerges, undoMerge } from './actions.ts'
import type { MergeRefusal } from './merge.ts'
import { forgetDifferent, namedDifferentPairs, noteDifferent } from './register-store.ts'
import { ComparePage } from './views/compare-page.tsx'
import { DuplicatesPage } from './views/duplicates-page.tsx'

type Needs = { readonly transact: Transact }

/** So many pairs are shown at once; whoever settles some sees the next. */
const shownPairs = 50

const mergeForm = z.object({
  kept: identifier(),
  version: seenVersion().positive(),
  otherVersion: seenVersion().positive(),
})

/** Organisations that may stand in the register twice: found, compared, made one or left two. NOTE before `/organisations/:id`. */
export function duplicateRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/organisations/duplicates', may(exchangeOffer), async (c) => {
    const t = c.get('t')
    const shown = await transact(staffOf(c), async (tx) => ({
      pairs: await alikeSheets(tx, shownPairs),
      merges: await recentMerges(tx),
      different: await namedDifferentPairs(tx),
    }))
    return workplacePage(c, { title: t('organisations.duplicates') }, <DuplicatesPage t={t} {...shown} />)
  })

  routes.get('/organisations/:organisationId/duplicates/:otherId', may(exchangeOffer), (c) => comparePage(needs, c))

  routes.post('/organisations/:organisationId/duplicates/:otherId/merges', may(exchangeOffer), async (c) => {
    const [first, second] = idsOf(c)
    const form = await parseForm(c, mergeForm)
    if (!form.ok || ![first, second].includes(form.data.kept)) return comparePage(needs, c, { isMissing: true })
    const { kept, version, otherVersion } = form.data
    const isFirst = kept === first
    const merging = await mergeOrganisations(needs, staffOf(c), {
      keptId: kept,
      keptVersion: isFirst ? version : otherVersion,
      otherId: isFirst ? second : first,
      otherVersion: isFirst ? otherVersion : version,
    })
    if (merging.kind === 'unknown') notFound('organisation', second)
    if (merging.kind === 'stale')
      changedMeanwhile({ subject: { type: 'organisation', id: kept }, now: '/organisations/duplicates' })
    if (merging.kind === 'refused') return comparePage(needs, c, { refusal: merging.reason })
    leaveFlash(c, 'organisations.duplicates.merged')
    return c.redirect('/organisations/duplicates', 303)
  })

  routes.post('/organisations/:organisationId/duplicates/:otherId/differences', may(exchangeOffer), async (c) => {
    const [first, second] = idsOf(c)
    await transact(staffOf(c), async (tx) => {
      await bothSheets(tx, c)
      await noteDifferent(tx, first, second, staffOf(c).userId)
    })
    leaveFlash(c, 'organisations.duplicates.different.done')
    return c.redirect('/organisations/duplicates', 303)
  })

  routes.post(
    '/organisations/:organisationId/duplicates/:otherId/differences/undoing',
    may(exchangeOffer),
    async (c) => {
      await transact(staffOf(c), (tx) => forgetDifferent(tx, ...idsOf(c)))
      leaveFlash(c, 'organisations.duplicates.different.undone')
      return c.redirect('/organisations/duplicates', 303)
    },
  )

  routes.post('/organisations/merges/:mergeId/undoing', may(exchangeOffer), async (c) => {
    const isUndone = await undoMerge(needs, staffOf(c), c.req.param('mergeId'))
    if (!isUndone) conflict('taken back already, or too long ago')
    leaveFlash(c, 'organisations.duplicates.undone')
    return c.redirect('/organisations/duplicates', 303)
  })
}

async function comparePage(
  needs: Needs,
  c: Ctx,
  wrong: { isMissing?: boolean; refusal?: MergeRefusal } = {},
): Promise<Response> {
  const t = c.get('t')
  const shown = await needs.transact(staffOf(c), async (tx) => {
    const sheets = await bothSheets(tx, c)
    const zones = await zonesIn(tx)
    const services = await servicesByOrganisation(tx, idsOf(c))
    return { sheets, services, zones }
  })
  const status = wrong.refusal ? 409 : wrong.isMissing ? 422 : 200
  const title = t('organisations.duplicates.compare')
  return workplacePage(c, { title }, <ComparePage t={t} {...shown} {...wrong} />, status)
}

async function bothSheets(tx: Tx, c: Ctx) {
  const [first, second] = idsOf(c)
  return [await knownOrganisation(tx, first), await knownOrganisation(tx, second)] as const
}

const idsOf = (c: Ctx) => [c.req.param('organisationId') ?? '', c.req.param('otherId') ?? ''] as const
