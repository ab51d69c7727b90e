import { expect, test } from 'vitest'
import { rendered } from '../../../../../tests/support/html.ts'
import { catalogue, textsIn } from '../../../../platform/messages/index.ts'
import { FiguresPage } from '../../figures/views/figures-page.tsx'
import { PublicationsPage } from '../../publishing/views/publications-page.tsx'
import { ReportsPage } from '../views/reports-page.tsx'

const t = textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))
const pages = {
  figures: <FiguresPage t={t} datasets={[]} mayImport={false} waiting={[]} />,
  reports: <ReportsPage t={t} reports={[]} areaNames={new Map()} mayWrite={false} />,
  publications: <PublicationsPage t={t} publications={[]} />,
}

test.each(Object.entries(pages))('from a part of the analysis there is a way back to the whole (%s)', (_, page) => {
  const [first] = rendered(page, 'a')
  expect([first?.attributes.href, first?.text]).toEqual(['/analysis', 'Buurtanalyse'])
})
