import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { type Evidence, type Finding, maySecondRead } from './finding.ts'
import {
  addEvidence,
  changeFinding,
  countChange,
  findingById,
  type NewFinding,
  noteFindings,
  removeEvidence,
  saveCheck,
  saveReading,
} from './finding-store.ts'

type Needs = { readonly transact: Transact }

/** How a change of a finding ended; nothing when it is not there for this actor. */
export type Changed = 'done' | 'stale' | undefined

/** Notes a finding, with what it is the first evidence of when it was seen on a walk. */
export function noteFinding(
  { transact }: Needs,
  actor: StaffActor,
  finding: NewFinding,
  first?: Evidence,
): Promise<void> {
  return transact(actor, async (tx) => {
    await noteFindings(tx, [finding])
    if (first) await addEvidence(tx, [{ findingId: finding.id, evidence: first, notedBy: actor.userId }])
    noteAct(tx, 'note finding', finding.id)
  })
}

/** Changes what a finding says; then it has to be read again. */
export const rewordFinding = (
  { transact }: Needs,
  actor: StaffActor,
  finding: Omit<NewFinding, 'notedBy' | 'notedOn'> & { readonly version: number },
): Promise<Changed> =>
  changed(transact, actor, 'change finding', finding.id, (tx) =>
    changeFinding(tx, finding, { version: finding.version, wordedBy: actor.userId }),
  )

/** Keeps what residents said of it; then it has to be read again. */
export const checkWithResidents = (
  { transact }: Needs,
  actor: StaffActor,
  check: Pick<Finding, 'id' | 'state' | 'checkedOn' | 'residentsSaid' | 'version'>,
): Promise<Changed> =>
  changed(transact, actor, 'check finding with residents', check.id, (tx) => saveCheck(tx, check, actor.userId))

/** Opens a finding again, without what residents said. */
export const reopenFinding = (
  needs: Needs,
  actor: StaffActor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Changed> =>
  changed(needs.transact, actor, 'reopen finding', id, (tx) =>
    saveCheck(tx, { id, version, state: 'open', checkedOn: null, residentsSaid: null }, actor.userId),
  )

/** Adds a figure or a voice to a finding. */
export const bringEvidence = (
  { transact }: Needs,
  actor: StaffActor,
  findingId: string,
  version: number,
  evidence: Evidence,
): Promise<Changed> =>
  changed(transact, actor, 'change finding', findingId, async (tx) => {
    if (!(await countChange(tx, findingId, version))) return false
    await addEvidence(tx, [{ findingId, evidence, notedBy: actor.userId }])
    return true
  })

/** Takes a figure or a voice away. */
export const dropEvidence = (
  { transact }: Needs,
  actor: StaffActor,
  findingId: string,
  version: number,
  evidenceId: string,
): Promise<Changed> =>
  changed(transact, actor, 'change finding', findingId, async (tx) => {
    if (!(await countChange(tx, findingId, version))) return false
    await removeEvidence(tx, findingId, evidenceId)
    return true
  })

/** Notes that nobody can be recognised in it, and whether the few it is about agreed; refuses who wrote it (P14). */
export function readAsSecond(
  { transact }: Needs,
  actor: StaffActor,
  reading: { readonly id: string; readonly version: number; readonly isAgreed: boolean; readonly today: IsoDate },
): Promise<Changed | 'ownWords'> {
  return transact(actor, async (tx) => {
    const { id, version, isAgreed, today } = reading
    const finding = await findingById(tx, id)
    if (!finding) return undefined
    if (!maySecondRead(finding, actor.userId)) return finding.version === version ? 'ownWords' : 'stale'
    if (!(await saveReading(tx, { id, version, reader: actor.userId, readOn: today, isAgreed }))) return 'stale'
    noteAct(tx, 'second read finding', id)
    return 'done'
  })
}

function changed(
  transact: Transact,
  actor: StaffActor,
  action: FindingAct,
  id: string,
  change: (tx: Tx) => Promise<boolean>,
): Promise<Changed> {
  return transact(actor, async (tx) => {
    if (!(await findingById(tx, id))) return undefined
    if (!(await change(tx))) return 'stale'
    noteAct(tx, action, id)
    return 'done'
  })
}

type FindingAct =
  | 'note finding'
  | 'change finding'
  | 'check finding with residents'
  | 'reopen finding'
  | 'second read finding'

const noteAct = (tx: Tx, action: FindingAct, id: string) => tx.audit({ action, subject: { type: 'finding', id } })
