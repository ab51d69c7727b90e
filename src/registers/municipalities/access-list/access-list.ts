import type { IsoDate } from '@meernet/calendar'
import type { Role, SecrecyStatus, StaffActor } from '../../../platform/access/actor.ts'
import type { AccessRule } from '../../../platform/access/rule.ts'
import { countingSecrecy } from '../../../platform/access/secrecy.ts'
import type { Member } from '../../../platform/identity/index.ts'

/** A kind of data about people, and the rule of the route that shows it. `data` is a message key. */
export type DataAccess = { readonly data: string; readonly rule: AccessRule }

/** Who of one category (a role in a zone) may see one kind of data. */
export type AccessLine = {
  readonly data: string
  readonly role: Role
  readonly zoneId: string
  readonly people: readonly AccessPerson[]
}
export type AccessPerson = {
  readonly membershipId: string
  readonly name: string
  /** The status that counts today. */
  readonly secrecy: SecrecyStatus
  readonly neighbourhoods: 'all' | readonly string[]
}

/**
 * The list rule P18 asks for: which categories of people have access to which data, made by asking the rules themselves. Case
 * relation and agreement narrow it further per record; nobody outside this list gets in at all.
 */
export function accessList(
  members: readonly Member[],
  accesses: readonly DataAccess[],
  now: { readonly municipalityId: string; readonly today: IsoDate },
): readonly AccessLine[] {
  const { today } = now
  return accesses.flatMap((access) => {
    const { data } = access
    const allowed = members.filter((member) => ruleAllows(access, member, now))
    return [...Map.groupBy(allowed, ({ role, zoneId }) => `${role} ${zoneId}`).values()].flatMap(
      ([first, ...others]) =>
        first
          ? [
              {
                data,
                role: first.role,
                zoneId: first.zoneId,
                people: [first, ...others].map((one) => personOf(one, today)),
              },
            ]
          : [],
    )
  })
}

/** Whether the rule that guards one kind of data lets a member in. */
export function ruleAllows(
  { rule }: Pick<DataAccess, 'rule'>,
  member: Member,
  { municipalityId, today }: { readonly municipalityId: string; readonly today: IsoDate },
): boolean {
  return rule.allows(actorOf(member, municipalityId, today))
}

/** Those on the list whom no secrecy binds: an administrator must look at each. */
export function unbound(lines: readonly AccessLine[]): readonly AccessPerson[] {
  const people = lines.flatMap((line) => line.people).filter(({ secrecy }) => secrecy === 'none')
  return [...new Map(people.map((person) => [person.membershipId, person])).values()]
}

function personOf({ id, name, secrecy, secrecyReviewOn, neighbourhoods }: Member, today: IsoDate): AccessPerson {
  return { membershipId: id, name, secrecy: countingSecrecy(secrecy, secrecyReviewOn, today), neighbourhoods }
}

function actorOf(member: Member, municipalityId: string, today: IsoDate): StaffActor {
  return {
    kind: 'staff',
    userId: member.accountId,
    membershipId: member.id,
    name: member.name,
    municipalityId,
    zoneId: member.zoneId,
    role: member.role,
    secrecy: countingSecrecy(member.secrecy, member.secrecyReviewOn, today),
    neighbourhoods: member.neighbourhoods,
  }
}
