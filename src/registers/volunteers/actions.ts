import type { StaffActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { conditionsOf, saveConditions } from './conditions-store.ts'
import { addFile, changeFile, changeWishes, noteProof, setEnd } from './file-store.ts'
import type { ConditionsInput, Refusal, VolunteerInput, Wishes } from './forms.ts'
import { frozenFile, isFrozenAccount } from './frozen/freezing-store.ts'
import { isUnderSixteen, turnsSixteenIn } from './onboarding.ts'
import { addRefusal, removeRefusal } from './refusal-store.ts'
import { isPlace } from './refused-places.ts'
import type { OnboardingKind, Volunteer } from './volunteer.ts'
import { volunteerById, volunteerOf } from './volunteer-store.ts'

type Needs = { readonly transact: Transact }

/** `field` and `reason` (a message key) name what is wrong; `changed` when somebody else saved in between. */
export type Saved =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string }
  | { readonly kind: 'changed' }

/** Makes or changes a file; under sixteen is refused (P21). Sending the same new file twice makes one. */
export const saveVolunteer = (
  { transact }: Needs,
  actor: StaffActor,
  today: string,
  input: VolunteerInput,
): Promise<Saved> =>
  transact(actor, async (tx) => {
    const reason = ageProblem(input, today)
    if (reason) return reason
    if (await hasAnotherFile(tx, input))
      return { kind: 'refused', field: 'userId', reason: 'volunteers.error.accountTaken' }
    if (await takesFrozenBuddy(tx, input))
      return { kind: 'refused', field: 'buddyId', reason: 'volunteers.error.buddyFrozen' }
    const { id, version } = input
    if (version !== undefined && !(await changeFile(tx, { ...input, version }))) return { kind: 'changed' }
    if (version === undefined) await addFile(tx, actor.zoneId, input)
    audit(tx, version === undefined ? 'make volunteer file' : 'change volunteer file', id)
    return { kind: 'saved', id }
  })

function ageProblem({ birthYear, isSixteen, version }: VolunteerInput, today: string): Saved | undefined {
  if (isUnderSixteen(birthYear, today))
    return { kind: 'refused', field: 'birthYear', reason: 'volunteers.error.underSixteen' }
  if (version === undefined && turnsSixteenIn(birthYear, today) && !isSixteen)
    return { kind: 'refused', field: 'isSixteen', reason: 'volunteers.error.sixteenYet' }
  return undefined
}

async function hasAnotherFile(tx: Tx, { id, userId }: VolunteerInput): Promise<boolean> {
  if (!userId) return false
  const other = await volunteerOf(tx, userId)
  return other ? other.id !== id : isFrozenAccount(tx, userId)
}

/** Who is frozen becomes nobody's buddy; who was one already, stays until another is chosen. */
async function takesFrozenBuddy(tx: Tx, { id, buddyId }: VolunteerInput): Promise<boolean> {
  if (!buddyId || !(await frozenFile(tx, buddyId))) return false
  return (await volunteerById(tx, id))?.buddyId !== buddyId
}

/** One file for who guides volunteers, with its audit line; undefined when there is none to see. */
export const readVolunteer = ({ transact }: Needs, actor: StaffActor, id: string): Promise<Volunteer | undefined> =>
  transact(actor, async (tx) => {
    const volunteer = await volunteerById(tx, id)
    if (volunteer) audit(tx, 'read volunteer file', id)
    return volunteer
  })

/** Notes that something was told or signed on a day that has been. */
export const addProof = (
  { transact }: Needs,
  actor: StaffActor,
  today: string,
  proof: { readonly id: string; readonly kind: OnboardingKind; readonly givenOn: string },
): Promise<Saved> =>
  transact(actor, async (tx) => {
    if (proof.givenOn > today) return { kind: 'refused', field: 'givenOn', reason: 'volunteers.error.future' }
    await noteProof(tx, proof.id, proof.kind, proof.givenOn)
    audit(tx, 'note volunteer onboarding', proof.id)
    return { kind: 'saved', id: proof.id }
  })

/** Ends somebody's time as a volunteer today, or undoes that. */
export const endVolunteer = ({ transact }: Needs, actor: StaffActor, id: string, day: string | null): Promise<void> =>
  transact(actor, async (tx) => {
    await setEnd(tx, id, day)
    audit(tx, day ? 'end volunteer file' : 'reopen volunteer file', id)
  })

/** A volunteer, or who guides them, changes wishes, limits and pause. */
export const saveWishes = (
  { transact }: Needs,
  actor: StaffActor,
  { id, version, wishes }: { readonly id: string; readonly version: number; readonly wishes: Wishes },
): Promise<Saved> =>
  transact(actor, async (tx) => {
    if (!(await changeWishes(tx, id, version, wishes))) return { kind: 'changed' }
    audit(tx, 'change volunteer wishes', id)
    return { kind: 'saved', id }
  })

/** Notes or takes back an address or street somebody would rather not visit. It has no other consequence. False when there is no such place. */
export const changeRefusal = (
  { transact }: Needs,
  actor: StaffActor,
  change: { readonly id: string; readonly refusal: Refusal; readonly isRefused: boolean },
): Promise<boolean> =>
  transact(actor, async (tx) => {
    if (change.isRefused && !(await isPlace(tx, change.refusal))) return false
    await (change.isRefused ? addRefusal : removeRefusal)(tx, change.id, change.refusal)
    audit(tx, 'change volunteer wishes', change.id)
    return true
  })

/** Saves what the own organisation offers its volunteers. */
export const changeConditions = ({ transact }: Needs, actor: StaffActor, input: ConditionsInput): Promise<Saved> =>
  transact(actor, async (tx) => {
    if (!(await saveConditions(tx, actor.zoneId, input))) return { kind: 'changed' }
    tx.audit({ action: 'change volunteer conditions', subject: { type: 'zone', id: actor.zoneId } })
    return { kind: 'saved', id: actor.zoneId }
  })

/** What the own organisation offers. */
export const readConditions = ({ transact }: Needs, actor: StaffActor) =>
  transact(actor, (tx) => conditionsOf(tx, actor.zoneId))

const audit = (tx: Tx, action: string, id: string) => tx.audit({ action, subject: { type: 'volunteer', id } })
