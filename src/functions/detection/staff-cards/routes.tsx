import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { type Role, type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import { isSecrecyCoordinator } from '../../../platform/access/rule.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  municipalityOf,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { frontDoorZone } from '../../../registers/municipalities/index.ts'
import {
  type Address,
  addressById,
  addressesById,
  addressLine,
  neighbourhoodsOf,
} from '../../../registers/places/index.ts'
import { readCode } from '../cards/card-code.ts'
import type { CardSource } from '../cards/card-input.ts'
import { cardIdOfCode, codeOfCard } from '../cards/card-store.ts'
import { fileCards } from '../cards/file-cards.ts'
import { toldToColleague } from '../cards/following/telling.ts'
import { handInCards } from '../signals/access.ts'
import { teamFeedback } from '../signals/telling-back/team-feedback.ts'
import { cardOfForm, type StaffCardForm, staffCardForm } from './card-form.ts'
import { placeOfCard } from './card-place.ts'
import { sentSignals } from './sent-store.ts'
import { FiledPage } from './views/filed-page.tsx'
import { NewCardPage } from './views/new-card-page.tsx'
import { SentPage } from './views/sent-page.tsx'
import { TeamPage } from './views/team-page.tsx'

type Needs = { readonly transact: Transact }

/** Cards by staff: handed in by whoever meets people, entered from paper or phone, and what became of one's own. */
export function staffCardRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/cards', may(handInCards), async (c) => {
    const t = c.get('t')
    const signals = await transact(staffOf(c), (tx) => sentSignals(tx, staffOf(c).userId))
    return workplacePage(c, { title: t('detection.sent.title') }, <SentPage t={t} signals={signals} />)
  })

  routes.get('/cards/new', may(handInCards), async (c) =>
    newCardPage(c, transact, { ...initialValues(c), ...(await valuesAtAddress(c, transact)) }),
  )

  routes.post('/cards/new', may(handInCards), async (c) => {
    const form = await parseForm(c, staffCardForm)
    if (!form.ok) return newCardPage(c, transact, form.values, form.errors)
    const code = form.data.paperCode && readCode(form.data.paperCode)
    if (code && (await isTaken(transact, staffOf(c), code, form.data.id)))
      return newCardPage(c, transact, form.values, [
        { field: 'paperCode', key: 'detection.error.codeTaken', values: {} },
      ])
    const place = await transact(staffOf(c), (tx) => placeOfCard(tx, form.data))
    if (place.kind === 'choose')
      return newCardPage(
        c,
        transact,
        { ...form.values, addressId: undefined },
        [{ field: 'addressId', key: 'detection.error.chooseAddress', values: {} }],
        place.choices,
      )
    const address = place.kind === 'address' ? place.address : undefined
    const cardId = await handIn(transact, staffOf(c), form.data, { code, address })
    leaveFlash(c, 'detection.done.filed')
    return c.redirect(`/cards/${cardId}`, 303)
  })

  routes.get('/cards/team', may(handInCards), async (c) => {
    const t = c.get('t')
    const { municipalityId, zoneId } = staffOf(c)
    const months = await teamFeedback(transact, municipalityId, zoneId)
    return workplacePage(c, { title: t('detection.team.title') }, <TeamPage t={t} months={months} />)
  })

  routes.get('/cards/:cardId', may(handInCards), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const [signal = notFound('card', 'of this sender')] = await transact(actor, (tx) =>
      sentSignals(tx, actor.userId, c.req.param('cardId')),
    )
    const program = systemActor(actor.municipalityId, 'receipt of a sender')
    const code = await transact(program, (tx) => codeOfCard(tx, signal.id))
    const told = await toldToColleague(transact, actor, [signal.id])
    const page = <FiledPage t={t} signal={signal} code={code} told={told} municipality={municipalityOf(c)} />
    return workplacePage(c, { title: t('detection.filed.title') }, page)
  })
}

/**
 * Files the card in the zone of the front door. A sender of another zone discloses it there: the program carries it over, and
 * the audit line says who handed it in (P9).
 */
async function handIn(
  transact: Transact,
  actor: StaffActor,
  form: StaffCardForm,
  { code, address }: { readonly code: string | undefined; readonly address: Address | undefined },
): Promise<string> {
  const card = cardOfForm(form, sourceFor(actor, form.source), address?.id)
  const neighbourhoodId = address?.neighbourhoodId ?? form.neighbourhoodId
  const zoneId = await transact(actor, frontDoorZone)
  const isOwnZone = zoneId === actor.zoneId
  const writer = isOwnZone ? actor : systemActor(actor.municipalityId, 'card of another zone')
  await transact(writer, async (tx) => {
    await fileCards(tx, [{ ...card, zoneId, neighbourhoodId, senderUserId: actor.userId, code }])
    if (!isOwnZone)
      tx.audit({
        action: 'disclose card',
        subject: { type: 'card', id: card.id },
        zoneId,
        reason: 'agreement on the card',
        details: { fromZone: actor.zoneId, byUser: actor.userId },
      })
  })
  return card.id
}

/** Whether another card has this printed code already: a card that was copied. Asked by the program, for senders read no cards. */
async function isTaken(transact: Transact, actor: StaffActor, code: string, cardId: string): Promise<boolean> {
  const found = await transact(systemActor(actor.municipalityId, 'code of a paper card'), (tx) =>
    cardIdOfCode(tx, code),
  )
  return found !== undefined && found !== cardId
}

/** Coordinators enter cards of others, so they say whose; others are the source themselves. */
function sourceFor(actor: StaffActor, chosen: CardSource | undefined): CardSource {
  const { role } = actor
  return isSecrecyCoordinator(actor) ? (chosen ?? 'staff') : sourceOfRole[role]
}

const sourceOfRole: Readonly<Record<Role, CardSource>> = {
  visitor: 'visitor',
  matcher: 'staff',
  communityWorker: 'staff',
  coordinator: 'staff',
  socialWorker: 'staff',
  frontlineProfessional: 'frontlineProfessional',
  partnerCoordinator: 'partner',
  steeringGroup: 'staff',
  policyMaker: 'staff',
  dataProtectionOfficer: 'staff',
  administrator: 'staff',
}

function initialValues(c: Ctx): FormValues {
  const t = c.get('t')
  const actor = staffOf(c)
  return {
    id: uuidv7(),
    channel: isSecrecyCoordinator(actor) ? 'paper' : 'faceToFace',
    language: t.language,
    mayTell: t('resident.card.mayTell.all'),
    given: 'spoken',
    urgency: 'ordinary',
    filledInBy: actor.name,
    filledInOn: t.today,
    source: 'staff',
  }
}

/** What is known of a card that a visitor filled in on paper at the address of the link. */
async function valuesAtAddress(c: Ctx, transact: Transact): Promise<FormValues> {
  const id = z.uuid().safeParse(c.req.query('address'))
  const actor = staffOf(c)
  if (!id.success || !isSecrecyCoordinator(actor)) return {}
  const address = await transact(actor, (tx) => addressById(tx, id.data))
  if (!address) return {}
  return {
    source: 'visitor',
    placeText: addressLine(c.get('t'), address),
    neighbourhoodId: address.neighbourhoodId ?? undefined,
    filledInBy: '',
  }
}

async function newCardPage(
  c: Ctx,
  transact: Transact,
  values: FormValues,
  errors: FormErrors = [],
  found: readonly Address[] = [],
): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const { neighbourhoods, addresses } = await transact(actor, async (tx) => {
    const chosen = z.uuid().safeParse(values.addressId)
    const addresses = found.length === 0 && chosen.success ? await addressesById(tx, [chosen.data]) : found
    return { neighbourhoods: await neighbourhoodsOf(tx), addresses }
  })
  const props = {
    t,
    neighbourhoods,
    addresses,
    isWhole: isSecrecyCoordinator(actor),
    id: String(values.id ?? uuidv7()),
  }
  const asksToKeep = errors.some(({ key }) => key === 'detection.error.keepNumber')
  const page = <NewCardPage {...props} asksToKeep={asksToKeep} form={filledForm(t, values, errors)} />
  return workplacePage(c, { title: t('detection.newCard.title') }, page, errors.length > 0 ? 422 : 200)
}
