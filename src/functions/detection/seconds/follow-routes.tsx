import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { auditOnceADay } from '../../../platform/audit/index.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  identifier,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { namesOf } from '../../../platform/identity/index.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { followSignals } from './access.ts'
import { askSecond, secondsFor, standingFor, toldToCoordinator } from './actions.ts'
import { lastRequests } from './second-store.ts'
import { standings } from './standing-store.ts'
import { StandingPage } from './views/standing-page.tsx'
import { StandingsPage } from './views/standings-page.tsx'

type Needs = { readonly transact: Transact }

const askForm = z.object({ id: identifier(), of: z.uuid({ error: 'form.error.choose' }) })

/** Where signals stand, for a coordinator without professional secrecy, and asking a second for one. */
export function followRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/signals', may(followSignals), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const page = await transact(actor, async (tx) => {
      const rows = await standings(tx, actor)
      const requests = await lastRequests(
        tx,
        rows.map(({ id }) => id),
      )
      await auditOnceADay(tx, { action: 'list standings', subject: { type: 'zone', id: actor.zoneId } })
      const people = [...rows.flatMap(({ assigneeId }) => assigneeId ?? []), ...askedIn(requests)]
      return { rows, requests, names: await namesOf(tx, people), neighbourhoods: await neighbourhoodsOf(tx) }
    })
    return workplacePage(c, { title: t('detection.seconds.title') }, <StandingsPage t={t} {...page} />)
  })

  routes.get('/signals/:signalId', may(followSignals), (c) => standingPage(c, transact))

  routes.post('/signals/:signalId/seconds', may(followSignals), async (c) => {
    const form = await parseForm(c, askForm)
    if (!form.ok) return standingPage(c, transact, { errors: form.errors, status: 422 })
    const result = await askSecond({ transact }, staffOf(c), { ...form.data, signalId: signalIdOf(c) })
    if (result.kind === 'refused') return standingPage(c, transact, { problem: result.reason, status: 409 })
    leaveFlash(c, 'detection.seconds.done.asked')
    return c.redirect(`/signals/${signalIdOf(c)}`, 303)
  })
}

type Shown = { readonly errors?: FormErrors; readonly problem?: string; readonly status: 409 | 422 }

async function standingPage(c: Ctx, transact: Transact, shown?: Shown): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const page = await transact(actor, async (tx) => {
    const standing = await standingFor(tx, actor, signalIdOf(c))
    const request = (await lastRequests(tx, [standing.id])).get(standing.id)
    const places = standing.neighbourhoodId ? await neighbourhoodsOf(tx, { ids: [standing.neighbourhoodId] }) : []
    const people = [standing.assigneeId, request?.askedOf].filter((one) => one != null)
    return {
      standing,
      request,
      neighbourhood: places[0]?.name,
      seconds: await secondsFor(tx, actor, standing),
      names: await namesOf(tx, people),
    }
  })
  const told = await toldToCoordinator(transact, actor, page.request)
  const error = shown?.errors?.find(({ field }) => field === 'of')
  return workplacePage(
    c,
    { title: t('detection.seconds.one') },
    <StandingPage
      t={t}
      {...page}
      told={told}
      requestId={uuidv7()}
      error={error && t(error.key)}
      problem={shown?.problem}
    />,
    shown?.status,
  )
}

const askedIn = (requests: ReadonlyMap<string, { readonly askedOf: string }>) =>
  [...requests.values()].map(({ askedOf }) => askedOf)

/** The signal in the address; what cannot be one is not found. */
function signalIdOf(c: Ctx): string {
  const id = c.req.param('signalId') ?? ''
  return identifier().safeParse(id).success ? id : notFound('signal', 'of that form')
}
