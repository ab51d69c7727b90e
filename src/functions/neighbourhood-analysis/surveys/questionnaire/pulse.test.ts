import { readingEase, sentencesOf } from '@meernet/readability'
import { expect, test } from 'vitest'
import { catalogue, residentLanguages } from '../../../../platform/messages/index.ts'
import { indicatorCatalogue } from '../../catalogue.ts'
import { pulse } from './pulse.ts'
import type { Wording } from './questionnaire.ts'
import { askedQuestions, partFrom } from './route.ts'

const today = '2026-11-23'

test('the pulse survey has every word in every language of residents', () => {
  const wordings: Wording[] = [
    pulse.titles,
    ...pulse.questions.flatMap(({ wording, hints, group, choices = [] }) => [
      wording,
      ...(hints ? [hints] : []),
      ...(group ? [group] : []),
      ...choices.map((choice) => choice.wording),
    ]),
  ]
  expect(wordings.length).toBeGreaterThan(40)
  for (const language of residentLanguages)
    expect(wordings.filter((wording) => !wording[language]).map(({ nl }) => nl)).toEqual([])
})

test('nothing in it must be answered, and only carers are asked about caring', () => {
  expect(pulse.questions.filter(({ isRequired }) => isRequired)).toEqual([])
  const asked = (cares: string) => askedQuestions(pulse, new Map([['cares', cares]]), today).map(({ name }) => name)
  expect(asked('no')).not.toContain('rest')
  expect(asked('yes')).toEqual(expect.arrayContaining(['rest', 'takeOver', 'knowsSupport', 'wouldHelp']))
  expect(partFrom(pulse, new Map(), 0, today).questions.map(({ name }) => name)).toContain('cares')
})

test('the figures it gives are in the catalogue, and count answers that it offers', () => {
  for (const { indicator, question, answers } of pulse.figures ?? []) {
    expect(indicatorCatalogue.map(({ key }) => key)).toContain(indicator)
    const offered = pulse.questions.find(({ name }) => name === question)?.choices?.map(({ name }) => name)
    expect(offered).toEqual(expect.arrayContaining(answers))
  }
})

test('it names no scale, because its questions are of no scale', () => {
  expect(pulse.scales).toBeUndefined()
  expect(JSON.stringify(pulse)).not.toMatch(/gierveld|ucla|lubben|who-?5/i)
})

test('its questions and the pages around them read as easily as most adults read', () => {
  const asked = pulse.questions.flatMap(({ wording, hints, choices = [] }) => [
    wording.nl ?? '',
    hints?.nl ?? '',
    ...choices.map((choice) => choice.wording.nl ?? ''),
  ])
  const around = Object.entries(catalogue.nl).flatMap(([key, text]) =>
    key.startsWith('resident.survey.') ? [text] : [],
  )
  for (const texts of [asked, around]) expect(readingEase(texts.flatMap(sentencesOf))).toBeGreaterThanOrEqual(60)
})
