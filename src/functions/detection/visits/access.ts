import { type AccessRule, isSecrecyCoordinator, staffRule } from '../../../platform/access/rule.ts'

/** A visitor with the home-visit app: own rounds, own acts. */
export const useVisitApp = staffRule('useVisitApp', ['visitor'])

/** The coordinator sees who is out and is called when somebody does not come back; content is not shown there. */
export const watchOutings = staffRule('watchOutings', ['coordinator'])

/** Enters a round that was walked with paper. */
export const enterPaperRounds = staffRule('enterPaperRounds', ['coordinator'])

/** What a phone could not get applied holds notes and cards, so only a coordinator under secrecy reads it. */
export const settleRefusedActs: AccessRule = {
  name: 'settleRefusedActs',
  allows: isSecrecyCoordinator,
}
