import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { catalogue, textsIn } from '../../../../platform/messages/index.ts'
import { catalogueState } from '../catalogue-state.ts'
import { definitionsIn } from '../figures-in-view.ts'
import { CataloguePage } from './catalogue-page.tsx'

test('figures of a day are there from a day as people write it', () => {
  const { themes, others } = catalogueState([], definitionsIn([]))
  const [theme, ...rest] = themes
  const [one] = theme?.indicators ?? []
  if (!theme || !one) throw new Error('The catalogue has no indicator.')
  const known = { ...one, isBehind: false, levels: ['sector'] as const, periods: ['2024-01-01', '2025-01-01'] as const }
  const page = renderToString(
    <CataloguePage
      t={textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))}
      themes={[{ ...theme, indicators: [known] }, ...rest]}
      others={others}
      filter={{ words: '', show: 'loaded' }}
      mayImport={false}
    />,
  )
  expect(page).toContain('1 januari 2024 – 1 januari 2025')
})
