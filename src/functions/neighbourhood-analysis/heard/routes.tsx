import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  type FormErrors,
  type FormValues,
  filledForm,
  forbidden,
  leaveFlash,
  may,
  municipalityOf,
  notFound,
  parseForm,
  printPage,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { isIdentifier } from '../findings/asked-finding.ts'
import { neighbourhoodAsked, neighbourhoodErrors, neighbourhoodsToChoose } from '../findings/asked-neighbourhood.ts'
import { asksAboutName, nameErrors } from '../findings/name-check.ts'
import { countHeard, readHeard } from './access.ts'
import { countsIn, occasionForm, removalForm } from './forms.ts'
import { countOccasions, occasionById, removeOccasion, yearsHeard } from './heard-store.ts'
import { heardSummary } from './heard-summary.ts'
import { mayRemove } from './occasion.ts'
import { ConversationSheet } from './views/conversation-sheet.tsx'
import { CountPage } from './views/count-page.tsx'
import { HeardPage } from './views/heard-page.tsx'

type Needs = { readonly transact: Transact }

/** Who was heard, counted per group, and who was not. */
export function heardRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/heard', may(readHeard), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const found = await transact(actor, async (tx) => {
      const asked = await neighbourhoodAsked(tx, c)
      const neighbourhoods = await neighbourhoodsToChoose(tx, asked)
      const neighbourhoodId = asked?.id
      const years = yearsToChoose(await yearsHeard(tx), yearOf(t.today))
      const year = years.find((one) => String(one) === c.req.query('year')) ?? yearOf(t.today)
      const heard = await heardSummary(tx, { neighbourhoodId, year, today: t.today })
      return { heard, years, neighbourhoods, neighbourhoodId }
    })
    const page = (
      <HeardPage
        t={t}
        {...found}
        mayCount={countHeard.allows(actor)}
        mayRemove={(occasion) => mayRemove(actor, occasion)}
      />
    )
    return workplacePage(c, { title: t('analysis.heard.title') }, page)
  })

  routes.get('/analysis/heard/new', may(countHeard), (c) => countPage(needs, c, uuidv7(), {}))

  routes.get('/analysis/heard/sheet', may(readHeard), (c) => {
    const t = c.get('t')
    const back = { href: '/analysis/heard', text: t('analysis.heard.title') }
    const sheet = <ConversationSheet t={t} municipality={municipalityOf(c).name} />
    return printPage(c, { title: t('analysis.heard.sheet'), back }, sheet)
  })

  routes.post('/analysis/heard', may(countHeard), async (c) => {
    const actor = staffOf(c)
    const { today } = c.get('t')
    const form = await parseForm(c, occasionForm(today))
    const errors = form.ok ? await wrongIn(needs, c, form.data) : form.errors
    if (!form.ok || errors.length > 0)
      return countPage(needs, c, String(form.values.id ?? uuidv7()), form.values, errors)
    const { id, kind, title, onDay, neighbourhoodId = null, counted, people } = form.data
    const groups = countsIn(form.data, today)
    await transact(actor, async (tx) => {
      await countOccasions(tx, [
        { id, kind, title, onDay, neighbourhoodId, walkId: null, counted, people, groups, notedBy: actor.userId },
      ])
      tx.audit({ action: 'count heard', subject: { type: 'heard occasion', id } })
    })
    leaveFlash(c, 'analysis.heard.saved')
    return c.redirect('/analysis/heard', 303)
  })

  routes.post('/analysis/heard/:id/removal', may(countHeard), async (c) => {
    const actor = staffOf(c)
    const id = c.req.param('id')
    const form = await parseForm(c, removalForm)
    const isGone = await transact(actor, async (tx) => {
      const occasion =
        (isIdentifier(id) && form.ok ? await occasionById(tx, id) : undefined) ?? notFound('occasion', id)
      if (!mayRemove(actor, occasion)) forbidden('not the own count')
      const isDone = form.ok && (await removeOccasion(tx, id, form.data.version))
      if (isDone) tx.audit({ action: 'remove heard count', subject: { type: 'heard occasion', id } })
      return isDone
    })
    if (!isGone) changedMeanwhile({ subject: { type: 'heard occasion', id }, now: '/analysis/heard' })
    leaveFlash(c, 'analysis.heard.removed')
    return c.redirect('/analysis/heard', 303)
  })
}

const wrongIn = (
  needs: Needs,
  c: Ctx,
  data: { readonly isNoName: boolean; readonly neighbourhoodId?: string | undefined },
) =>
  needs.transact(staffOf(c), async (tx) => [
    ...(await nameErrors(tx, data, ['title'])),
    ...(await neighbourhoodErrors(tx, 'neighbourhoodId', [data.neighbourhoodId])),
  ])

async function countPage(needs: Needs, c: Ctx, id: string, values: FormValues, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const neighbourhoods = await needs.transact(staffOf(c), (tx) => neighbourhoodsOf(tx))
  const page = (
    <CountPage
      t={t}
      id={id}
      form={filledForm(t, values, errors)}
      asksAboutName={asksAboutName(errors)}
      neighbourhoods={neighbourhoods}
    />
  )
  return workplacePage(c, { title: t('analysis.heard.new') }, page, errors ? 422 : 200)
}

const yearOf = (day: string) => Number(day.slice(0, 4))

const yearsToChoose = (counted: readonly number[], thisYear: number) =>
  [...new Set([thisYear, ...counted])].toSorted((one, other) => other - one)
