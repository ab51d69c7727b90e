import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { catalogue, type Language, textsIn } from '../../../platform/messages/index.ts'
import { HeldParts } from './held-parts.tsx'

const right = {
  right_id: 'igo',
  state: 'granted',
  asked_on: '2026-10-01',
  answered_on: '2026-11-02',
  amount_per: 'month',
  amount_cents: '110247',
}
const copyIn = (language: Language) => {
  const t = textsIn(catalogue, language, new Date('2026-11-23T08:00:00Z'))
  const records = [{ table: 'guidance.followed_right', values: right }]
  const copy = { records, leftOut: [], controller: 'Testgem', lookers: undefined, language }
  return render(<HeldParts t={t} copy={copy} />).replaceAll('\u00a0', ' ')
}

test('P16 a right that was followed is named in the copy, with what it brought in euro', () => {
  const copy = copyIn('nl')
  expect(copy).toContain('Inkomensgarantie voor ouderen')
  expect(copy).toContain('€ 1.102,47')
  expect(copy).toContain('gekregen')
})

test.each(['fr', 'en', 'ar', 'tr', 'uk'] as const)('P16 and in %s nothing of it is left as a code', (language) => {
  const copy = copyIn(language)
  for (const code of ['resident.held', 'granted', 'month', '110247', '>igo<']) {
    if (language === 'en' && code === 'month') continue
    expect(copy).not.toContain(code)
  }
})
