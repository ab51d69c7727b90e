import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { colleagues } from '../../../platform/identity/colleagues.ts'
import type { Volunteer } from '../volunteer.ts'
import type { DebriefOrigin, TrainingTopic } from './care.ts'
import * as store from './care-store.ts'
import { askDebriefs, holdOne } from './debrief-store.ts'
import { exitTalkOf, keepExitTalk } from './exit-talk-store.ts'

type Needs = { readonly transact: Transact }

/** The care for one volunteer with the names of colleagues by account, and its audit line. */
export const readCare = ({ transact }: Needs, actor: StaffActor, id: string) =>
  transact(actor, async (tx) => {
    audit(tx, 'read volunteer care', id)
    const names = new Map((await colleagues(tx)).map(({ userId, name }) => [userId, name]))
    return { care: await store.careOf(tx, id), names }
  })

/** Notes that a topic was learned. */
export const noteTraining = ({ transact }: Needs, actor: StaffActor, id: string, topic: TrainingTopic, day: IsoDate) =>
  transact(actor, async (tx) => {
    await store.noteTraining(tx, id, topic, day)
    audit(tx, 'note volunteer training', id)
  })

/** Notes that formalities were asked about and settled. */
export const noteFormalities = ({ transact }: Needs, actor: StaffActor, id: string, day: IsoDate) =>
  transact(actor, async (tx) => {
    await store.noteFormalities(tx, id, day)
    audit(tx, 'note volunteer formality', id)
  })

/** Notes a contact. */
export const noteContact = ({ transact }: Needs, actor: StaffActor, id: string, day: IsoDate) =>
  transact(actor, async (tx) => {
    await store.noteContact(tx, id, day)
    audit(tx, 'note volunteer contact', id)
  })

/** Asks for a talk after a hard visit today. */
export const askDebrief = ({ transact }: Needs, actor: StaffActor, id: string, origin: DebriefOrigin) =>
  transact(actor, async (tx) => {
    await askDebriefs(tx, { volunteerIds: [id], origin, visitedAt: tx.now })
    audit(tx, 'ask debrief', id)
  })

/** Notes that a talk was held; false when it was held before. */
export const holdDebrief = ({ transact }: Needs, actor: StaffActor, id: string, debriefId: string, day: IsoDate) =>
  transact(actor, async (tx) => {
    const isHeld = await holdOne(tx, id, debriefId, day)
    if (isHeld) audit(tx, 'hold debrief', id)
    return isHeld
  })

/** The talk of somebody who leaves, with its audit line when there is one. */
export const readExitTalk = ({ transact }: Needs, actor: StaffActor, id: string) =>
  transact(actor, async (tx) => {
    const talk = await exitTalkOf(tx, id)
    if (talk) audit(tx, 'read exit talk', id)
    return talk
  })

/** Keeps what was learned; false when somebody else did in between. */
export const saveExitTalk = (
  { transact }: Needs,
  actor: StaffActor,
  volunteer: Volunteer,
  talk: { readonly heldOn: IsoDate; readonly learned: string; readonly version: number },
) =>
  transact(actor, async (tx) => {
    const isKept = await keepExitTalk(tx, volunteer, talk)
    if (isKept) audit(tx, 'keep exit talk', volunteer.id)
    return isKept
  })

const audit = (tx: Tx, action: string, id: string) => tx.audit({ action, subject: { type: 'volunteer', id } })
