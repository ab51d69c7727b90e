import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  identifier,
  isoDate,
  leaveFlash,
  may,
  oneOf,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { entriesOn, groupContent } from '../../../../registers/frameworks/index.ts'
import { openTallies, readFigures, writeTallies } from '../access.ts'
import { campaignAt, type Needs, partsFor } from '../parts.ts'
import { shownReach, tallyBases } from './reach.ts'
import { addTallies, reachOf } from './tally-store.ts'
import { TalliesPage } from './views/tallies-page.tsx'

const people = z
  .string()
  .regex(/^\d{1,4}$/, 'volunteers.error.number')
  .transform(Number)
  .optional()
const tallyForm = z.object({ id: identifier(), basis: oneOf(tallyBases), notedOn: isoDate() })
/** One optional count for each group. */
const countForm = z.object(Object.fromEntries(groupContent.entries.map(({ code }) => [code, people])))

/** Counts of people reached in a campaign. */
export function tallyRoutes(routes: Routes, needs: Needs): void {
  routes.get('/campaigns/:id/tallies', may(openTallies), (c) =>
    talliesPage(needs, c, { basis: 'estimated', notedOn: c.get('t').today }),
  )

  routes.post('/campaigns/:id/tallies', may(writeTallies), async (c) => {
    const campaign = await campaignAt(needs, c)
    const form = await parseForm(c, z.intersection(tallyForm, countForm))
    if (!form.ok) return talliesPage(needs, c, form.values, form.errors)
    const { id, basis, notedOn } = form.data
    const tallies = entriesOn(groupContent, c.get('t').today).flatMap(({ code: group }) => {
      const some = form.data[group] ?? 0
      return some > 0 ? [{ id: partOf(id, group), campaignId: campaign.id, group, people: some, basis, notedOn }] : []
    })
    if (tallies.length === 0)
      return talliesPage(needs, c, form.values, [{ field: 'poverty', key: 'detection.tally.error.none', values: {} }])
    await needs.transact(staffOf(c), (tx) => addTallies(tx, campaign.zoneId, tallies))
    leaveFlash(c, 'detection.tally.saved')
    return c.redirect(`/campaigns/${campaign.id}/tallies`, 303)
  })
}

/** An identifier per group from the one of the form, so that a form sent twice counts once. */
function partOf(id: string, group: string): string {
  const hex = createHash('sha256').update(`${id}|${group}`).digest('hex')
  return `${id.slice(0, 13)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}

async function talliesPage(needs: Needs, c: Ctx, values: FormValues, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const campaign = await campaignAt(needs, c)
  const reach = readFigures.allows(actor)
    ? shownReach(await needs.transact(actor, (tx) => reachOf(tx, campaign.id)))
    : undefined
  return workplacePage(
    c,
    { title: t('detection.campaign.part.tallies') },
    <TalliesPage
      t={t}
      campaign={campaign}
      parts={partsFor(actor)}
      form={writeTallies.allows(actor) ? filledForm(t, values, errors) : undefined}
      id={uuidv7()}
      reach={reach}
    />,
    errors ? 422 : 200,
  )
}
