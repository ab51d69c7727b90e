import type { Transact } from '../../../../platform/database/transact.ts'
import {
  badRequest,
  type Ctx,
  conflict,
  type LimitRate,
  may,
  municipalityOf,
  type Routes,
  staffOf,
} from '../../../../platform/http/index.ts'
import { useVisitApp } from '../access.ts'
import { takeInActs } from '../acts/take-in-acts.ts'
import { type ActsAnswer, actsRequest } from '../acts/visit-act.ts'
import { roundsForPhone } from './rounds-for-phone.ts'

type Needs = {
  readonly transact: Transact
  readonly limitRate: LimitRate
  /** Told what became of the acts, for the measurements. */
  readonly observeActs?: ((answers: ActsAnswer['answers']) => void) | undefined
}

/** Requests of one phone; far above what an outbox needs, far below what a script could do. */
const perVisitor = { bucket: 'visits', max: 600, windowSeconds: 600 }
const visitor = (c: Ctx) => staffOf(c).userId

/** What the home-visit app asks and sends. JSON only: another site's form cannot send that. */
export function phoneRoutes(routes: Routes, needs: Needs): void {
  const { limitRate } = needs

  routes.get('/api/visits/rounds', may(useVisitApp), limitRate(perVisitor, visitor), async (c) =>
    c.json(await roundsForPhone(needs, staffOf(c), municipalityOf(c))),
  )

  routes.post('/api/visits/acts', may(useVisitApp), limitRate(perVisitor, visitor), async (c) => {
    const request = actsRequest.safeParse(await jsonOf(c))
    if (!request.success) return badRequest('not a list of acts')
    // A phone that changed hands: its outbox is not sent in the name of another.
    if (request.data.visitor !== staffOf(c).userId) return conflict('acts of another visitor')
    const answer: ActsAnswer = { answers: await takeInActs(needs, staffOf(c), request.data.acts) }
    needs.observeActs?.(answer.answers)
    return c.json(answer)
  })
}

async function jsonOf(c: Ctx): Promise<unknown> {
  if (!c.req.header('content-type')?.startsWith('application/json')) return badRequest('not JSON')
  return c.req.json().catch(() => badRequest('broken JSON'))
}
