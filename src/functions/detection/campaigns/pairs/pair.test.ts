import { expect, test } from 'vitest'
import { readyVolunteer } from '../../../../../tests/support/volunteers.ts'
import type { Volunteer } from '../../../../registers/volunteers/index.ts'
import { pairProblems } from './pair.ts'

const volunteer = (id: string, over: Partial<Volunteer> = {}) => readyVolunteer({ id, name: id, ...over })
const facts = { day: '2026-11-23', campaignLanguages: ['nl', 'fr'], pairs: [] }

test.each<[string, Partial<Volunteer>, readonly string[]]>([
  ['two people who speak Dutch and are free in the morning', {}, []],
  ['somebody with a pause', { pausedFrom: '2026-11-01' }, ['notAssignable']],
  ['two people without a language in common', { languages: ['tr'] }, ['noLanguageTogether']],
  ['two people who are never free together', { times: ['weekend'] }, ['noTimeTogether']],
])('%s', (_who, over, expected) => {
  expect(pairProblems(volunteer('mia'), volunteer('jef', over), facts).map(({ kind }) => kind)).toEqual(expected)
})

test('nobody goes on a first visit alone', () => {
  expect(pairProblems(volunteer('mia'), volunteer('mia'), facts)).toEqual([{ kind: 'samePerson' }])
})

test('two people who speak none of the languages of the campaign are no pair for it', () => {
  const speaksTurkish = { languages: ['tr'] }
  expect(pairProblems(volunteer('mia', speaksTurkish), volunteer('jef', speaksTurkish), facts)).toEqual([
    { kind: 'noLanguageOfCampaign' },
  ])
})

test('somebody is in one pair of a campaign at a time', () => {
  const pairs = [{ id: 'p', campaignId: 'c', firstVolunteerId: 'jef', secondVolunteerId: 'luc' }]
  expect(pairProblems(volunteer('mia'), volunteer('jef'), { ...facts, pairs })).toEqual([
    { kind: 'pairedAlready', volunteerId: 'jef' },
  ])
})
