import { expect, test } from 'vitest'
import { rendered } from '../../../../../tests/support/html.ts'
import { catalogue, textsIn } from '../../../../platform/messages/index.ts'
import { AssetsPage } from './assets-page.tsx'

/** What a choice of the bar above a list has room for on a screen of 1280. */
const roomForLetters = 12

test.each(['nl', 'fr', 'en'] as const)(
  'what the list of places is filtered by can be read in full (%s)',
  (language) => {
    const t = textsIn(catalogue, language, new Date('2026-11-23T08:00:00Z'))
    const page = (
      <AssetsPage
        t={t}
        choice={{ words: undefined, neighbourhoodId: undefined, kind: undefined, type: 'meeting' }}
        areas={[]}
        assets={[]}
        shown={[]}
        pages={{ number: 1, previous: undefined, next: undefined }}
        mayWrite={false}
        mayImport={false}
        readsFindings={false}
      />
    )
    const chosen = rendered(page, 'option').filter(
      ({ attributes }) => 'selected' in attributes || attributes.value === '',
    )
    expect(chosen.length).toBe(3)
    expect(chosen.filter(({ text }) => text.length > roomForLetters)).toEqual([])
  },
)
