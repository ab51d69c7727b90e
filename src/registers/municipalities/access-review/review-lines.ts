import type { IsoDate } from '@meernet/calendar'
import type { Role, SecrecyStatus } from '../../../platform/access/actor.ts'
import { countingSecrecy } from '../../../platform/access/secrecy.ts'
import type { Member } from '../../../platform/identity/index.ts'
import { type DataAccess, ruleAllows } from '../access-list/access-list.ts'
import type { KeptLine } from './access-review-store.ts'

/** One line as people read it: who, in which role, what they may see, bound by what, and what was decided. */
export type ShownLine = {
  readonly membershipId: string
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly zoneId: string
  /** Message keys of kinds of data: as decided, or as it is now. */
  readonly maySee: readonly string[]
  readonly secrecy: SecrecyStatus
  readonly secrecyReviewOn: IsoDate | null
  readonly decision: 'confirmed' | 'ended' | null
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
}

type Now = { readonly municipalityId: string; readonly today: IsoDate }

/**
 * The lines of a review beside the memberships they are about, by name. A line that nobody decided shows how it is now; one whose
 * membership was ended meanwhile counts as ended.
 */
export function shownLines(
  kept: readonly KeptLine[],
  members: readonly Member[],
  accesses: readonly DataAccess[],
  now: Now,
): readonly ShownLine[] {
  const byId = new Map(members.map((member) => [member.id, member]))
  return kept
    .flatMap((line) => {
      const member = byId.get(line.membershipId)
      return member ? [shownLine(line, member, accesses, now)] : []
    })
    .sort((one, other) => one.name.localeCompare(other.name) || one.role.localeCompare(other.role))
}

function shownLine(line: KeptLine, member: Member, accesses: readonly DataAccess[], now: Now): ShownLine {
  const { id: membershipId, accountId, name, role, zoneId } = member
  const who = { membershipId, accountId, name, role, zoneId }
  const { decision, decidedAt, decidedBy, secrecy } = line
  if (decision !== null && secrecy !== null)
    return {
      ...who,
      decision,
      decidedAt,
      decidedBy,
      secrecy,
      maySee: line.maySee,
      secrecyReviewOn: line.secrecyReviewOn,
    }
  const isEnded = member.endedAt !== null
  return {
    ...who,
    maySee: isEnded ? [] : accesses.filter((access) => ruleAllows(access, member, now)).map(({ data }) => data),
    secrecy: countingSecrecy(member.secrecy, member.secrecyReviewOn, now.today),
    secrecyReviewOn: member.secrecyReviewOn,
    decision: isEnded ? 'ended' : null,
    decidedAt: member.endedAt,
    decidedBy: null,
  }
}
