import { expect, test } from 'vitest'
import type { Campaign, CampaignState } from './campaign.ts'
import { announce, dueStep, end, start } from './campaign-steps.ts'

const campaign = (state: CampaignState, over: Partial<Campaign> = {}): Campaign => ({
  id: 'c',
  zoneId: 'z',
  kind: 'wholeStreet',
  name: 'Molenwijk',
  reason: 'kennismaken',
  decidedBy: 'vast bureau',
  decidedOn: '2026-10-01',
  legalGroundType: 'publicTask',
  legalGround: 'decreet lokaal sociaal beleid',
  criteria: null,
  letterWords: null,
  destroyOn: null,
  languages: ['nl'],
  startsOn: '2026-11-23',
  endsOn: '2026-12-20',
  onCallUserId: 'u',
  state,
  announcedOn: state === 'planned' ? null : '2026-11-10',
  startedOn: null,
  endedOn: null,
  listsErasedOn: null,
  neighbourhoodIds: ['n'],
  streetIds: ['s'],
  streetlessIn: [],
  listed: 0,
  version: 1,
  ...over,
})
const announcing = { deliveredOn: '2026-11-10', today: '2026-11-12', letters: 40, withoutLetter: 0, hasListRule: false }
const list = { kind: 'selected', streetIds: [], listed: 12, destroyOn: '2027-01-15' } as const

test.each([
  ['a planned campaign with its letters', campaign('planned'), announcing, 'done'],
  ['a campaign that was announced before', campaign('announced'), announcing, 'notPlanned'],
  ['a campaign without streets', campaign('planned', { streetIds: [] }), announcing, 'noStreets'],
  ['a campaign whose letters were not made', campaign('planned'), { ...announcing, letters: 0 }, 'noLetters'],
  [
    'a campaign with an address without a letter',
    campaign('planned'),
    { ...announcing, withoutLetter: 1 },
    'lettersMissing',
  ],
  [
    'letters delivered tomorrow',
    campaign('planned'),
    { ...announcing, deliveredOn: '2026-11-13' },
    'announcedInFuture',
  ],
  ['a list of addresses that nothing will destroy', campaign('planned', list), announcing, 'noListRule'],
  ['a list with a rule to destroy it', campaign('planned', list), { ...announcing, hasListRule: true }, 'done'],
  ['an empty list', campaign('planned', { ...list, listed: 0 }), { ...announcing, hasListRule: true }, 'noStreets'],
] as const)('announcing %s', (_what, before, facts, expected) => {
  const step = announce(before, facts)
  expect(step.kind === 'done' ? step.kind : step.reason).toBe(expected)
})

test.each([
  ['on its first day', campaign('announced'), '2026-11-23', 'done'],
  ['on its last day', campaign('announced'), '2026-12-20', 'done'],
  ['the day before', campaign('announced'), '2026-11-22', 'notYet'],
  ['the day after', campaign('announced'), '2026-12-21', 'over'],
  ['without having announced it', campaign('planned'), '2026-11-23', 'notAnnounced'],
] as const)('starting a campaign %s', (_when, before, today, expected) => {
  const step = start(before, today)
  expect(step.kind === 'done' ? step.kind : step.reason).toBe(expected)
})

test('a campaign ends once', () => {
  expect(end(campaign('running'), '2026-12-01')).toMatchObject({ kind: 'done', campaign: { endedOn: '2026-12-01' } })
  expect(end(campaign('ended'), '2026-12-01')).toMatchObject({ kind: 'refused', reason: 'alreadyEnded' })
})

test.each([
  ['announced', '2026-11-22', undefined],
  ['announced', '2026-11-23', 'running'],
  ['running', '2026-12-20', undefined],
  ['running', '2026-12-21', 'ended'],
  ['planned', '2026-11-30', undefined],
  ['planned', '2026-12-21', 'ended'],
  ['ended', '2027-01-10', undefined],
] as const)('a campaign that is %s becomes on %s by the calendar: %s', (state, today, expected) => {
  const step = dueStep(campaign(state), today)
  expect(step?.kind === 'done' ? step.campaign.state : undefined).toBe(expected)
})

test('a campaign to doors without a street alone can be announced', () => {
  const outside = campaign('planned', { streetIds: [], streetlessIn: ['n'] })
  expect(
    announce(outside, {
      deliveredOn: '2026-11-10',
      today: '2026-11-11',
      letters: 12,
      withoutLetter: 0,
      hasListRule: false,
    }).kind,
  ).toBe('done')
})
