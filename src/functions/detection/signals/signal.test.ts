import { expect, test } from 'vitest'
import { type Move, moveSignal, possibleMoves, type SignalAt, type SignalState, signalStates } from './signal.ts'

const at = (state: SignalState, over: Partial<SignalAt> = {}): SignalAt => ({
  state,
  triage: null,
  urgency: 'ordinary',
  isMerged: false,
  closedBecause: null,
  ...over,
})
const moves = {
  acknowledge: { kind: 'acknowledge' },
  triage: { kind: 'triage', as: 'ordinary' },
  reached: { kind: 'attempt', way: 'phone', reached: true },
  notReached: { kind: 'attempt', way: 'phone', reached: false },
  agree: { kind: 'agree' },
  decline: { kind: 'decline' },
  openCase: { kind: 'openCase' },
  close: { kind: 'close', because: 'informed' },
  withdraw: { kind: 'close', because: 'withdrawn' },
  reopen: { kind: 'reopen' },
} as const satisfies Record<string, Move>

// One row per state: where each move brings it, or why it does not.
test.each<[SignalState, Record<keyof typeof moves, string>]>([
  [
    'received',
    {
      acknowledge: 'acknowledged',
      triage: 'triaged',
      reached: 'triageFirst',
      notReached: 'triageFirst',
      agree: 'contactFirst',
      decline: 'contactFirst',
      openCase: 'agreementFirst',
      close: 'triageFirst',
      withdraw: 'closed',
      reopen: 'alreadyDone',
    },
  ],
  [
    'acknowledged',
    {
      acknowledge: 'alreadyDone',
      triage: 'triaged',
      reached: 'triageFirst',
      notReached: 'triageFirst',
      agree: 'contactFirst',
      decline: 'contactFirst',
      openCase: 'agreementFirst',
      close: 'triageFirst',
      withdraw: 'closed',
      reopen: 'alreadyDone',
    },
  ],
  [
    'triaged',
    {
      acknowledge: 'alreadyDone',
      triage: 'triaged',
      reached: 'contacted',
      notReached: 'triaged',
      agree: 'contactFirst',
      decline: 'contactFirst',
      openCase: 'agreementFirst',
      close: 'closed',
      withdraw: 'closed',
      reopen: 'alreadyDone',
    },
  ],
  [
    'contacted',
    {
      acknowledge: 'alreadyDone',
      triage: 'alreadyDone',
      reached: 'contacted',
      notReached: 'contacted',
      agree: 'agreed',
      decline: 'declined',
      openCase: 'agreementFirst',
      close: 'closed',
      withdraw: 'closed',
      reopen: 'alreadyDone',
    },
  ],
  [
    'agreed',
    {
      acknowledge: 'alreadyDone',
      triage: 'alreadyDone',
      reached: 'agreed',
      notReached: 'agreed',
      agree: 'alreadyDone',
      decline: 'declined',
      openCase: 'case',
      close: 'closed',
      withdraw: 'closed',
      reopen: 'alreadyDone',
    },
  ],
  [
    'declined',
    {
      acknowledge: 'hasEnded',
      triage: 'hasEnded',
      reached: 'hasEnded',
      notReached: 'hasEnded',
      agree: 'hasEnded',
      decline: 'hasEnded',
      openCase: 'hasEnded',
      close: 'hasEnded',
      withdraw: 'hasEnded',
      reopen: 'alreadyDone',
    },
  ],
  [
    'closed',
    {
      acknowledge: 'hasEnded',
      triage: 'hasEnded',
      reached: 'hasEnded',
      notReached: 'hasEnded',
      agree: 'hasEnded',
      decline: 'hasEnded',
      openCase: 'hasEnded',
      close: 'hasEnded',
      withdraw: 'hasEnded',
      reopen: 'acknowledged',
    },
  ],
  [
    'case',
    {
      acknowledge: 'hasEnded',
      triage: 'hasEnded',
      reached: 'hasEnded',
      notReached: 'hasEnded',
      agree: 'hasEnded',
      decline: 'hasEnded',
      openCase: 'hasEnded',
      close: 'hasEnded',
      withdraw: 'hasEnded',
      reopen: 'alreadyDone',
    },
  ],
])('from %s', (state, expected) => {
  for (const [name, move] of Object.entries(moves)) {
    const result = moveSignal(at(state), move)
    const outcome = result.kind === 'moved' ? result.state : result.reason
    expect(outcome, name).toBe(expected[name as keyof typeof moves])
  }
})

test('a closed signal that somebody had sorted opens again as sorted', () => {
  const closed = at('closed', { triage: 'ordinary', closedBecause: 'informed' })
  expect(moveSignal(closed, moves.reopen)).toEqual({ kind: 'moved', state: 'triaged' })
})

test.each(signalStates)('a merged signal that is %s does not move', (state) => {
  expect(moveSignal(at(state, { isMerged: true }), { kind: 'acknowledge' })).toEqual({
    kind: 'refused',
    reason: 'merged',
  })
})

test('a signal for policy only has nobody to call', () => {
  expect(moveSignal(at('triaged', { triage: 'policyOnly' }), moves.reached)).toEqual({
    kind: 'refused',
    reason: 'noPerson',
  })
})

test('after the talk the person agrees or declines; both are offered', () => {
  expect(possibleMoves(at('contacted', { triage: 'ordinary' }))).toEqual(['attempt', 'agree', 'decline', 'close'])
})

test.each(['withdrawn', 'safetyConcern'] as const)('what ended because it was %s is not reopened', (closedBecause) => {
  expect(moveSignal(at('closed', { closedBecause }), moves.reopen)).toEqual({ kind: 'refused', reason: 'hasEnded' })
})
