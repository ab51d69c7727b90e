import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { enterAmounts, guideVolunteers, readAmounts } from '../access.ts'
import { enterTravelRate, enterYearAmounts } from './actions.ts'
import { amountsOf, knownAmounts } from './amounts.ts'
import { amountsIn } from './amounts-store.ts'
import { travelRateForm, yearAmountsForm } from './forms.ts'
import { AmountsPage } from './views/amounts-page.tsx'

type Needs = { readonly transact: Transact }
type Typed = { readonly values: FormValues; readonly errors?: FormErrors }

/** The amounts of a year and the rates for travel: read by who guides volunteers, entered by an administrator. */
export function amountsRoutes(routes: Routes, needs: Needs): void {
  routes.get('/volunteers/amounts', may(readAmounts), (c) => amountsPage(needs, c, {}))

  routes.post('/volunteers/amounts', may(enterAmounts), async (c) => {
    const form = await parseForm(c, yearAmountsForm)
    if (!form.ok) return amountsPage(needs, c, { year: form })
    const { year, day, whole, raised, source } = form.data
    if (amountsOf(knownAmounts, year)) return amountsPage(needs, c, { year: { ...form, errors: [isKnown] } })
    const amounts = { year, dayCents: day, yearCents: whole, raisedYearCents: raised ?? null, source }
    await enterYearAmounts(needs, staffOf(c), amounts)
    leaveFlash(c, 'volunteers.saved')
    return c.redirect('/volunteers/amounts', 303)
  })

  routes.post('/volunteers/travel-rates', may(enterAmounts), async (c) => {
    const form = await parseForm(c, travelRateForm)
    if (!form.ok) return amountsPage(needs, c, { rate: form })
    const { rate, rateSource, ...days } = form.data
    const entered = { ...days, tenThousandthsPerKilometre: rate, source: rateSource }
    const { travelRates } = await needs.transact(staffOf(c), amountsIn)
    const overlap = travelRates.some(
      (other) =>
        other.means === days.means &&
        other.from <= days.until &&
        days.from <= other.until &&
        // The same first day once more corrects what was entered; what the program knows stays.
        (other.from !== days.from || knownAmounts.travelRates.includes(other)),
    )
    if (overlap) return amountsPage(needs, c, { rate: { ...form, errors: [overlaps] } })
    await enterTravelRate(needs, staffOf(c), entered)
    leaveFlash(c, 'volunteers.saved')
    return c.redirect('/volunteers/amounts', 303)
  })
}

const isKnown = { field: 'year', key: 'volunteers.amounts.error.known', values: {} }
const overlaps = { field: 'from', key: 'volunteers.amounts.error.overlap', values: {} }

async function amountsPage(needs: Needs, c: Ctx, typed: { year?: Typed; rate?: Typed }): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const amounts = await needs.transact(actor, amountsIn)
  const filled = (part: Typed | undefined) => filledForm(t, part?.values ?? {}, part?.errors)
  const entering = enterAmounts.allows(actor) ? { year: filled(typed.year), rate: filled(typed.rate) } : undefined
  return workplacePage(
    c,
    { title: t('volunteers.amounts.title') },
    <AmountsPage t={t} amounts={amounts} hasVolunteers={guideVolunteers.allows(actor)} entering={entering} />,
    typed.year || typed.rate ? 422 : 200,
  )
}
