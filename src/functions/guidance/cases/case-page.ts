import type { Tx } from '../../../platform/database/transact.ts'
import { notFound } from '../../../platform/http/index.ts'
import { namesOf } from '../../../platform/identity/colleagues.ts'
import { type Person, personById } from '../../../registers/people/index.ts'
import { readCase } from './case-reading.ts'
import type { Case } from './case-store.ts'
import { type CaseEvent, eventsOf } from './event-store.ts'
import { type CaseMember, membersOf } from './member-store.ts'

/** What stands on top of every page of a case. */
export type CaseHead = {
  readonly care: Case
  readonly person: Person
  readonly members: readonly (CaseMember & { readonly name: string })[]
  /** What was done last, for who finds that somebody was before them. */
  readonly lastEvent: CaseEvent | undefined
  readonly nameOf: (userId: string | null) => string
}

/** Reads a case for one of its pages; `names` are other accounts the page shows. */
export async function caseHead(tx: Tx, id: string, page: string, names: readonly string[] = []): Promise<CaseHead> {
  const care = await readCase(tx, id, page)
  const person = await personById(tx, care.personId)
  // Whoever was let go while the page was made no longer sees the person.
  if (!person) notFound('case', id)
  const members = await membersOf(tx, id)
  const [lastEvent] = await eventsOf(tx, id, 1)
  const found = await namesOf(tx, [
    ...names,
    ...members.map(({ userId }) => userId),
    ...(lastEvent?.byUser ? [lastEvent.byUser] : []),
  ])
  const nameOf = (userId: string | null) => (userId && found.get(userId)) ?? ''
  return {
    care,
    person,
    members: members.map((member) => ({ ...member, name: nameOf(member.userId) })),
    lastEvent,
    nameOf,
  }
}
