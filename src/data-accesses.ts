import { type Routes, ruleOf } from './platform/http/index.ts'
import type { DataAccess } from './registers/municipalities/index.ts'

/** The rules behind which data about people are, by name, with the sentence that says which data. */
const guards: Readonly<Record<string, string>> = {
  workInInbox: 'municipalities.access.data.cards',
  workOnCases: 'municipalities.access.data.cases',
  receiveHandovers: 'municipalities.access.data.handovers',
  useVisitApp: 'municipalities.access.data.visits',
  handInCards: 'municipalities.access.data.ownCards',
  guideVolunteers: 'municipalities.access.data.volunteers',
  administer: 'municipalities.access.data.members',
  seeRequests: 'rights.accessData',
  readAudit: 'municipalities.access.data.audit',
}

/** Kinds of data about people with the rule that guards them, as the routes that are there ask it (P18). */
export function dataAccessesOf(routes: Routes): readonly DataAccess[] {
  const rules = routes.routes.flatMap(({ handler }) => ruleOf(handler) ?? [])
  const byName = new Map(rules.map((rule) => [rule.name, rule]))
  return Object.entries(guards).flatMap(([name, data]) => {
    const rule = byName.get(name)
    return rule ? [{ data, rule }] : []
  })
}
