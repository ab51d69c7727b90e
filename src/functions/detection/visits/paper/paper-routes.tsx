import type { Transact } from '../../../../platform/database/transact.ts'
import {
  type Ctx,
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
} from '../../../../platform/http/index.ts'
import { type Round, roundById } from '../../campaigns/index.ts'
import { leadVisits } from '../access.ts'
import { PaperCardsPage } from '../views/paper-cards-page.tsx'
import { PaperEntryPage } from '../views/paper-entry-page.tsx'
import { enterPaper, paperForm, paperIdentifiers, readPaper } from './paper-entry.ts'

type Needs = { readonly transact: Transact }

/** Rounds walked with paper, entered through the same acts as the phones. */
export function paperRoutes(routes: Routes, needs: Needs): void {
  const path = '/campaigns/:id/rounds/:roundId/entry'

  routes.get(path, may(leadVisits), async (c) => {
    const round = await roundOf(needs, c)
    return entryPage(c, round, paperIdentifiers(round))
  })

  routes.post(path, may(leadVisits), async (c) => {
    const round = await roundOf(needs, c)
    const form = await parseForm(c, paperForm)
    const paper = readPaper(round, form.values)
    if (!form.ok || !paper.ok) {
      return entryPage(c, round, form.values, [...(form.ok ? [] : form.errors), ...(paper.ok ? [] : paper.errors)])
    }
    const { visitorId } = form.data
    const answers = await enterPaper(needs, staffOf(c), round, { visitorId, acts: paper.acts })
    const isWhole = answers.every(({ status }) => status !== 'refused')
    leaveFlash(c, isWhole ? 'detection.visits.entry.saved' : 'detection.visits.entry.someRefused')
    const hasCards = paper.acts.some((act) => act.kind === 'recordVisit' && act.body.outcome === 'cardFilled')
    return c.redirect(hasCards ? c.req.path.replace(/entry$/, 'cards') : `/campaigns/${round.campaignId}`, 303)
  })

  routes.get('/campaigns/:id/rounds/:roundId/cards', may(leadVisits), async (c) => {
    const t = c.get('t')
    const round = await roundOf(needs, c)
    const doors = round.doors.filter(({ outcome }) => outcome === 'cardFilled')
    const title = t('detection.visits.entry.cards', { number: round.number })
    return workplacePage(c, { title }, <PaperCardsPage t={t} round={round} doors={doors} />)
  })
}

async function roundOf({ transact }: Needs, c: Ctx): Promise<Round> {
  const id = c.req.param('roundId') ?? ''
  const round = await transact(staffOf(c), (tx) => roundById(tx, id))
  return round && round.campaignId === c.req.param('id') ? round : notFound('round', id)
}

function entryPage(c: Ctx, round: Round, values: FormValues, errors: FormErrors = []) {
  const t = c.get('t')
  const isIdentifier = ([name, value]: [string, unknown]) => /^(act|visit)-/.test(name) && typeof value === 'string'
  // Kept when the page comes back, so that what was entered already is not entered again.
  const hidden = Object.fromEntries(Object.entries(values).filter(isIdentifier)) as Record<string, string>
  return workplacePage(
    c,
    { title: t('detection.visits.entry.title', { number: round.number }) },
    <PaperEntryPage t={t} round={round} form={filledForm(t, values, errors)} hidden={hidden} />,
    errors.length > 0 ? 422 : 200,
  )
}
