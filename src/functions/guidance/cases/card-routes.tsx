import type { VNode } from 'preact'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { may, type Routes, staffOf, workplacePage } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { EmptyState } from '../../../ui/index.ts'
import { workOnCases } from '../access.ts'
import { caseHead } from './case-page.ts'
import { CaseFrame, caseTitle } from './views/case-frame.tsx'

export type CardNeeds = {
  readonly transact: Transact
  /** The card a case began with, as its members see it; given by detection through the composition. */
  readonly cardOfCase: (tx: Tx, signalId: string, t: Texts) => Promise<VNode | undefined>
}

/** The card a case began with, for whoever is in the case. */
export function cardRoutes(routes: Routes, { transact, cardOfCase }: CardNeeds): void {
  routes.get('/cases/:id/card', may(workOnCases), async (c) => {
    const t = c.get('t')
    const { head, card } = await transact(staffOf(c), async (tx) => {
      const head = await caseHead(tx, c.req.param('id'), 'card')
      const { signalId } = head.care
      return { head, card: signalId ? await cardOfCase(tx, signalId, t) : undefined }
    })
    const page = (
      <CaseFrame t={t} head={head} current="card">
        {card ?? <EmptyState title={t('guidance.card.none')} />}
      </CaseFrame>
    )
    return workplacePage(c, { title: caseTitle(t, head.care.title) }, page)
  })
}
