import { type AccessRule, isSecrecyCoordinator, staffRule } from '../../../platform/access/rule.ts'

/** A visitor with the home-visit app: own rounds, own acts. */
export const useVisitApp = staffRule('useVisitApp', ['visitor'])

/** Who is out, rounds walked with paper, and what a phone could not get applied: a coordinator under secrecy (column COO). */
export const leadVisits: AccessRule = { name: 'leadVisits', allows: isSecrecyCoordinator }
