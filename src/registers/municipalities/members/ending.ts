/** Why a membership cannot be ended. */
export type EndingProblem = 'ended' | 'lastAdministrator'

/**
 * What stands in the way of ending a membership: that it ended already, or that nobody could let others in any more.
 * `administrators` are the identifiers of all open memberships of administrators.
 */
export function endingProblem(
  { id, endedAt }: { readonly id: string; readonly endedAt: Date | null },
  administrators: readonly string[],
): EndingProblem | undefined {
  if (endedAt !== null) return 'ended'
  return administrators.length === 1 && administrators[0] === id ? 'lastAdministrator' : undefined
}
