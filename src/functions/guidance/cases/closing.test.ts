import { expect, test } from 'vitest'
import { type ClosingGround, closingOutcomes, mayClose } from './closing.ts'
import { changeRightsCheck, rightsCheckStates } from './rights-check.ts'

const ground = (over: Partial<ClosingGround> = {}): ClosingGround => ({
  state: 'resultCheck',
  rightsCheck: 'done',
  results: ['right'],
  handoversUnderWay: 0,
  rightsNotAsked: 0,
  ...over,
})
const refused = (reason: string) => ({ kind: 'refused', reason })
const allowed = { kind: 'allowed' }

test('a case with a result that was looked at closes', () => {
  expect(mayClose(ground(), 'resultReached')).toEqual(allowed)
})

test.each([
  ['notOffered', refused('rightsCheckNotOffered')],
  ['offered', refused('coldFirst')],
  ['done', allowed],
  ['declined', allowed],
  ['notApplicable', allowed],
] as const)('cold first: with only neighbour help and the rights check %s', (rightsCheck, answer) => {
  expect(mayClose(ground({ results: ['neighbourHelp'], rightsCheck }), 'resultReached')).toEqual(answer)
  expect(mayClose(ground({ results: ['neighbourHelp', 'nothingYet'], rightsCheck }), 'personStopped')).toEqual(answer)
})

test.each(['right', 'professionalHelp'] as const)(
  'neighbour help beside %s may close when the rights check was offered',
  (cold) => {
    expect(mayClose(ground({ results: ['neighbourHelp', cold], rightsCheck: 'offered' }), 'resultReached')).toEqual(
      allowed,
    )
  },
)

test('neighbour help beside something solved otherwise is still only warm', () => {
  const results = ['neighbourHelp', 'solvedOtherwise'] as const
  expect(mayClose(ground({ results, rightsCheck: 'offered' }), 'resultReached')).toEqual(refused('coldFirst'))
})

test.each(closingOutcomes)('no case closes as %s before a rights check was offered', (outcome) => {
  expect(mayClose(ground({ rightsCheck: 'notOffered' }), outcome)).toEqual(refused('rightsCheckNotOffered'))
})

test('a case does not close on information alone', () => {
  expect(mayClose(ground({ results: [] }), 'resultReached')).toEqual(refused('onlyInformed'))
  expect(mayClose(ground({ results: ['nothingYet'] }), 'resultReached')).toEqual(refused('onlyInformed'))
})

test('a result is claimed only after it was looked at with the person', () => {
  expect(mayClose(ground({ state: 'inProgress' }), 'resultReached')).toEqual(refused('noResultCheck'))
})

test.each(['open', 'exploring', 'planned', 'inProgress', 'resultCheck'] as const)(
  'a case that is %s ends when the person stops',
  (state) => {
    expect(mayClose(ground({ state, results: [] }), 'personStopped')).toEqual(allowed)
  },
)

test('a handover under way is not left to nobody by closing', () => {
  expect(mayClose(ground({ handoversUnderWay: 1 }), 'takenOver')).toEqual(refused('handoverUnderWay'))
})

test('a closed case does not close again', () => {
  expect(mayClose(ground({ state: 'closed' }), 'moved')).toEqual(refused('alreadyClosed'))
})

test('a rights check is not applicable only with a reason', () => {
  const now = { state: 'offered', reason: null } as const
  expect(changeRightsCheck(now, 'notApplicable', undefined)).toEqual(refused('reasonMissing'))
  expect(changeRightsCheck(now, 'notApplicable', 'Woont hier niet meer.')).toEqual({
    kind: 'changed',
    check: { state: 'notApplicable', reason: 'Woont hier niet meer.' },
  })
})

test('what was offered cannot become not offered', () => {
  for (const state of rightsCheckStates.filter((one) => one !== 'notOffered'))
    expect(changeRightsCheck({ state, reason: null }, 'notOffered', undefined)).toEqual(refused('alreadyOffered'))
})

test('a reason is kept only with a check that is not applicable', () => {
  expect(changeRightsCheck({ state: 'offered', reason: null }, 'declined', 'Wil dat niet.')).toEqual({
    kind: 'changed',
    check: { state: 'declined', reason: null },
  })
})

test.each(['resultReached', 'personStopped'] as const)(
  'a case does not close as %s while the person can still say what happens with a right that was found',
  (outcome) => {
    expect(mayClose(ground({ rightsNotAsked: 1 }), outcome)).toEqual(refused('rightsNotAsked'))
    expect(mayClose(ground({ rightsNotAsked: 0 }), outcome)).toEqual(allowed)
  },
)

test.each(['unreachable', 'moved', 'deceased', 'takenOver'] as const)(
  'a right that nobody asked for does not keep a case open when it ends as %s',
  (outcome) => {
    expect(mayClose(ground({ rightsNotAsked: 2 }), outcome)).toEqual(allowed)
  },
)
