import type { CaseEvent } from '../cases/event-store.ts'
import type { FollowedState } from './followed-right.ts'

/** The line in the timeline for each state a right comes to. */
export const eventOf = {
  worthAsking: 'rightWorthAsking',
  asked: 'rightAsked',
  granted: 'rightGranted',
  refused: 'rightRefused',
  notApplicable: 'rightNotApplicable',
  doesNotWant: 'rightDoesNotWant',
} as const satisfies Record<FollowedState, CaseEvent['kind']>
