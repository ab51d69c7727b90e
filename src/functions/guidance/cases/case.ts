/** Steps of a case, in order; going back one step is allowed, because life does. */
export const caseStates = ['open', 'exploring', 'planned', 'inProgress', 'resultCheck', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** What a move looks at besides the state. */
export type CaseProgress = {
  readonly state: CaseState
  /** Goals that were not dropped. */
  readonly goals: number
  /** Actions noted in any life domain, and handovers under way or arrived. */
  readonly actions: number
}

export type CaseMove =
  | { readonly kind: 'moved'; readonly state: CaseState }
  | { readonly kind: 'refused'; readonly reason: CaseRefusal }
/** `notNext`: no such step from here · `noGoal`: a plan needs a goal in the person's words · `noAction`: nothing was done yet. */
export type CaseRefusal = 'notNext' | 'noGoal' | 'noAction'

const steps: Readonly<Record<CaseState, readonly CaseState[]>> = {
  open: ['exploring'],
  exploring: ['planned'],
  planned: ['inProgress', 'exploring'],
  inProgress: ['resultCheck', 'planned'],
  resultCheck: ['inProgress'],
  closed: [],
}

/** Steps that can follow `state`; closing and reopening are acts of their own. */
export const nextStates = (state: CaseState): readonly CaseState[] => steps[state]

/** Takes the step to `wanted`, or says why not. Chapter 6 of the domain guide. */
export function moveCase(progress: CaseProgress, wanted: CaseState): CaseMove {
  if (!steps[progress.state].includes(wanted)) return refused('notNext')
  if (wanted === 'planned' && progress.goals === 0) return refused('noGoal')
  if (wanted === 'resultCheck' && progress.actions === 0) return refused('noAction')
  return { kind: 'moved', state: wanted }
}

const refused = (reason: CaseRefusal): CaseMove => ({ kind: 'refused', reason })
