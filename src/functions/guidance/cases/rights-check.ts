/** What became of going through possible rights with the person. The check itself is another function's work; this is its state. */
export const rightsCheckStates = ['notOffered', 'offered', 'done', 'declined', 'notApplicable'] as const
export type RightsCheckState = (typeof rightsCheckStates)[number]

export type RightsCheck = { readonly state: RightsCheckState; readonly reason: string | null }
export type RightsCheckChange =
  | { readonly kind: 'changed'; readonly check: RightsCheck }
  | { readonly kind: 'refused'; readonly reason: 'reasonMissing' | 'alreadyOffered' }

/** Sets the state of the check. Not applicable needs a reason; what was offered cannot become not offered. */
export function changeRightsCheck(
  now: RightsCheck,
  wanted: RightsCheckState,
  reason: string | undefined,
): RightsCheckChange {
  if (wanted === 'notOffered' && now.state !== 'notOffered') return { kind: 'refused', reason: 'alreadyOffered' }
  if (wanted === 'notApplicable' && !reason) return { kind: 'refused', reason: 'reasonMissing' }
  return { kind: 'changed', check: { state: wanted, reason: wanted === 'notApplicable' ? (reason ?? null) : null } }
}

/** Whether the person had an answer, said no, or has nothing to check: what the rule "cold first" asks for. */
export const isSettled = (state: RightsCheckState): boolean =>
  state === 'done' || state === 'declined' || state === 'notApplicable'
