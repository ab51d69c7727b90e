import { type AccessRule, isSecrecyCoordinator, isStaff, signedIn, staffRule } from '../../platform/access/rule.ts'

/** Files of volunteers: a coordinator under secrecy, and a partner's coordinator for the own organisation. */
export const guideVolunteers: AccessRule = {
  name: 'guideVolunteers',
  allows: (actor) => (isStaff(actor) && actor.role === 'partnerCoordinator') || isSecrecyCoordinator(actor),
}

/** Who is a volunteer here and whether they are free, not the file. */
export const knowVolunteers: AccessRule = {
  name: 'knowVolunteers',
  allows: (actor) =>
    guideVolunteers.allows(actor) ||
    (isStaff(actor) && ['coordinator', 'matcher', 'communityWorker'].includes(actor.role)),
}

/** The own file, by whoever has one: a visitor, but a matcher or nurse may be a volunteer too. */
export const keepOwnFile: AccessRule = { ...signedIn, name: 'keepOwnFile' }

/** Notes what volunteers of the own organisation are reimbursed; a coordinator only reads it (chapter 16). */
export const noteReimbursements: AccessRule = staffRule('noteReimbursements', ['partnerCoordinator'])

/** Enters the amounts of a year, which concern no person. */
export const enterAmounts: AccessRule = staffRule('enterAmounts', ['administrator'])

/** Sees the amounts that count. */
export const readAmounts: AccessRule = {
  name: 'readAmounts',
  allows: (actor) => guideVolunteers.allows(actor) || enterAmounts.allows(actor),
}
