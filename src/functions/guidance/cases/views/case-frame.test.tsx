import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { catalogue, textsIn } from '../../../../platform/messages/index.ts'
import type { CaseHead } from '../case-page.ts'
import { CaseFrame } from './case-frame.tsx'

const t = textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))
const head = {
  care: { id: 'a', title: 'verwarming', state: 'open', signalId: null },
  person: { id: 'p', givenName: 'Irma', familyName: 'Maes' },
  members: [],
  nameOf: () => 'Nele Baert',
} as unknown as CaseHead
const notice = (lastEvent: object | undefined) =>
  render(
    <CaseFrame t={t} head={{ ...head, lastEvent } as CaseHead} current="overview" problem="stale">
      {null}
    </CaseFrame>,
  )

test('who comes second reads who was first and with what', () => {
  const text = notice({ kind: 'note', byUser: 'n', at: new Date('2026-11-23T07:00:00Z') })
  expect(text).toContain('Nele Baert was u voor')
})

test('where it is not known who was first, the page still says that somebody was', () => {
  expect(notice(undefined)).toContain('Iemand was u voor. Kijk na en probeer opnieuw.')
})
