import type { SignalState, Triage } from '../signal.ts'

/** How many days ago a card came in, and how far it is. */
export type Story = {
  readonly daysAgo: number
  readonly upTo: SignalState
  readonly urgency?: 'urgent'
  readonly triage?: Triage
}

/** What a month and more of cards looks like in a municipality that keeps up: most in time, a few late. */
export const stories: readonly Story[] = [
  ...[0, 0, 1, 1, 2, 3, 4, 6].map((daysAgo) => ({ daysAgo, upTo: 'received' as const })),
  { daysAgo: 0, upTo: 'received', urgency: 'urgent' },
  { daysAgo: 1, upTo: 'received', urgency: 'urgent' },
  ...[2, 3, 4, 5, 7].map((daysAgo) => ({ daysAgo, upTo: 'acknowledged' as const })),
  ...[3, 5, 6, 8, 9, 11, 12, 13, 15, 17].map((daysAgo) => ({ daysAgo, upTo: 'triaged' as const })),
  { daysAgo: 0, upTo: 'triaged', triage: 'alarm' },
  { daysAgo: 4, upTo: 'triaged', triage: 'informationOnly' },
  { daysAgo: 6, upTo: 'triaged', triage: 'policyOnly' },
  ...[6, 9, 10, 13, 18].map((daysAgo) => ({ daysAgo, upTo: 'contacted' as const })),
  ...[8, 12, 14, 16].map((daysAgo) => ({ daysAgo, upTo: 'agreed' as const })),
  ...[15, 22, 31, 44].map((daysAgo) => ({ daysAgo, upTo: 'declined' as const })),
  ...[21, 28, 35, 41, 52, 60].map((daysAgo) => ({ daysAgo, upTo: 'closed' as const })),
  ...[18, 24, 30, 37, 45, 53, 61, 70].map((daysAgo) => ({ daysAgo, upTo: 'case' as const })),
]

/** Days after which somebody of the demo has heard back; what ended later waits to be told, and some of that is late. */
export const toldWithinDays = 11
