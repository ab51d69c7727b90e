import { codeOf, isOutage } from '../database/outage.ts'

/**
 * Replays what devices send in as few transactions as possible, without one bad thing stopping the others: the whole is
 * tried at once; when that fails for a reason that lies in the data, both halves are tried by themselves, down to the one
 * group that fails, which is handed to `setAside`. Groups keep their order; a group (the acts of one visit) is never split.
 */
export type ReplayNeeds<Group, Answer> = {
  /** Applies groups in one transaction; what it gives is committed. */
  readonly apply: (groups: readonly Group[]) => Promise<readonly Answer[]>
  /** Keeps a group that cannot be applied as work for a person. */
  readonly setAside: (group: Group, error: unknown) => Promise<readonly Answer[]>
  /** Most groups in one transaction. */
  readonly chunkSize: number
}

/** Gives the answers of all groups. Throws when the database itself fails: then nothing is acknowledged that is not committed. */
export async function replayGroups<Group, Answer>(
  groups: readonly Group[],
  needs: ReplayNeeds<Group, Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (let start = 0; start < groups.length; start += needs.chunkSize) {
    answers.push(...(await replayOrSplit(groups.slice(start, start + needs.chunkSize), needs)))
  }
  return answers
}

async function replayOrSplit<Group, Answer>(
  groups: readonly Group[],
  needs: ReplayNeeds<Group, Answer>,
  triesLeft = 3,
): Promise<readonly Answer[]> {
  try {
    return await needs.apply(groups)
  } catch (error) {
    if (isCollision(error) && triesLeft > 0) return replayOrSplit(groups, needs, triesLeft - 1)
    if (isForLater(error)) throw error
    const [only] = groups
    if (groups.length === 1 && only !== undefined) return needs.setAside(only, error)
    const middle = Math.ceil(groups.length / 2)
    return [
      ...(await replayOrSplit(groups.slice(0, middle), needs)),
      ...(await replayOrSplit(groups.slice(middle), needs)),
    ]
  }
}

/** Two transactions in each other's way (class 40): the same again is right. */
const isCollision = (error: unknown) => codeOf(error).startsWith('40')

/** Nothing is wrong with the data: the database is away, full or busy, also with a lock or for too long (classes 55, 57). */
const isForLater = (error: unknown) => isOutage(error) || /^(40|55|57)/.test(codeOf(error))
