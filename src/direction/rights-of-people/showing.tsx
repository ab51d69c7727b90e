import type { IsoDate } from '@meernet/calendar'
import { type CardAsked, visitsStoppedAt } from '../../functions/detection/index.ts'
import { isSecrecyCoordinator } from '../../platform/access/rule.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import {
  badRequest,
  type Ctx,
  changedMeanwhile,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import { letsGo, opensHeld, registerRequest } from './access.ts'
import { cardOfRequest, mayEnd } from './card-of-request.ts'
import { frozenFor } from './freezing.ts'
import { addressOf, carriedOutBy } from './objecting.ts'
import { mayNamePerson } from './person-of-request.ts'
import { mayExtend, opensCopy, type RightsRequest } from './request.ts'
import { type Changing, requestSeen } from './request-seen.ts'
import { subjectOf } from './subject.ts'
import { RequestPage } from './views/request-page.tsx'
import { handlersIn } from './zone-handlers.ts'

type Needs = { readonly transact: Transact }

/** What was typed and what was wrong with it, or why an act was not done. */
export type Shown = { readonly values?: FormValues; readonly errors?: FormErrors; readonly refusal?: string }

/** The page of one request; opening it is a line in the log. */
export async function requestPage(c: Ctx, needs: Needs, shown: Shown = {}): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const id = idOf(c)
  const request = await needs.transact(actor, async (tx) => {
    const seen = await requestSeen(tx, id)
    const subject = { type: 'rights request', id }
    tx.audit({ action: 'read request about own data', subject, personId: seen.personId ?? undefined })
    return seen
  })
  const card = await cardOfRequest(needs, actor, request)
  const { about, handlers } = await needs.transact(actor, async (tx) => ({
    about: await subjectOf(tx, actor, t, request),
    handlers: await handlersIn(tx, request.zoneId),
  }))
  const objector = await needs.transact(carriedOutBy(actor), (tx) => objectorIn(tx, request, card))
  const frozenOn = await frozenFor(needs, actor, request)
  const mayRegister = registerRequest.allows(actor)
  return workplacePage(
    c,
    { title: t(`rights.kind.${request.kind}`) },
    <RequestPage
      t={t}
      request={request}
      about={about}
      frozenOn={frozenOn}
      mayOpenCopy={opensCopy(request) && opensHeld(actor, { ...handlers, isFrozen: frozenOn !== null })}
      mayExtend={mayExtend(request, t.today)}
      mayFree={frozenOn !== null && letsGo(actor)}
      visitsStoppedOn={objector?.stoppedOn}
      mayStopVisits={mayRegister && frozenOn === null && (request.personId !== null || objector?.hasAddress === true)}
      card={card && { ...card, mayEnd: mayRegister && mayEnd(request, card) }}
      mayAddCard={mayRegister && frozenOn === null && request.answeredOn === null && request.volunteerId === null}
      mayNamePerson={mayNamePerson(actor, request, handlers)}
      handlers={handlers}
      mayOpenInbox={isSecrecyCoordinator(actor)}
      form={filledForm(t, shown.values ?? {}, shown.errors)}
      refusal={shown.refusal}
    />,
    shown.refusal ? 409 : shown.errors ? 422 : 200,
  )
}

/** Back to the request; whoever came second is told who was first, and gets back what they typed. */
export function after(c: Ctx, changing: Changing, flash: string, typed?: FormValues): Response {
  const id = idOf(c)
  if (changing === 'stale') changedMeanwhile({ subject: { type: 'rights request', id }, now: `/rights/${id}`, typed })
  if (changing === 'refused') badRequest('no request of that kind')
  leaveFlash(c, flash)
  return c.redirect(`/rights/${id}`, 303)
}

/** The request of this address. */
export const idOf = (c: Ctx): string => c.req.param('id') ?? ''

/** Whether the address of who objects is known, and since when it is not visited. */
async function objectorIn(
  tx: Tx,
  { kind, personId, zoneId }: RightsRequest,
  card: CardAsked | undefined,
): Promise<{ readonly hasAddress: boolean; readonly stoppedOn: IsoDate | undefined } | undefined> {
  if (kind !== 'object') return undefined
  const addressId = await addressOf(tx, personId ?? card?.personId ?? null, card)
  return {
    hasAddress: addressId !== null,
    stoppedOn: addressId ? await visitsStoppedAt(tx, zoneId, addressId) : undefined,
  }
}
