import type { Transact } from '../../../platform/database/transact.ts'
import { may, notFound, type Routes, staffOf, workplacePage } from '../../../platform/http/index.ts'
import { workOnCases } from '../access.ts'
import { afterAct, type CasePart, caseIdOf, casePartPage } from '../case-part-page.ts'
import { caseHead } from '../cases/case-page.ts'
import { isIdentifier } from '../cases/case-reading.ts'
import { caseTitle } from '../cases/views/case-frame.tsx'
import { rules } from '../rights-check/rules.ts'
import { forgetAnswers } from './actions.ts'
import { comparisonRoutes } from './comparison-routes.tsx'
import { type CheckInHistory, historyOf, keptCheckById } from './kept-check-store.ts'
import { questionRoutes } from './question-routes.tsx'
import { languagesFor } from './questions-language.ts'
import { rulesVersion } from './rules-version.ts'
import { KeptCheckPage } from './views/kept-check-page.tsx'
import { RightsPage } from './views/rights-page.tsx'

type Needs = { readonly transact: Transact }

/** The check of rights inside a case: asking, keeping, and holding days and situations against each other. */
export function caseRightsRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs
  routes.get('/cases/:id/rights', may(workOnCases), (c) => casePartPage(c, transact, rightsPart))

  routes.get('/cases/:id/rights/checks/:checkId', may(workOnCases), async (c) => {
    const t = c.get('t')
    const checkId = c.req.param('checkId')
    if (!isIdentifier(checkId)) notFound('kept rights check', 'of that form')
    const { head, check } = await transact(staffOf(c), async (tx) => {
      const check = (await keptCheckById(tx, caseIdOf(c), checkId)) ?? notFound('kept rights check', checkId)
      return { head: await caseHead(tx, caseIdOf(c), 'rights', [check.byUser]), check }
    })
    return workplacePage(
      c,
      { title: caseTitle(t, head.care.title) },
      <KeptCheckPage
        t={t}
        head={head}
        model={rules().model}
        check={check}
        isOfOlderRules={check.rules !== rulesVersion()}
      />,
    )
  })

  routes.post('/cases/:id/rights/answers/removal', may(workOnCases), async (c) => {
    const result = await transact(staffOf(c), (tx) => forgetAnswers(tx, caseIdOf(c)))
    return afterAct(c, transact, rightsPart, result, { done: 'answersErased' })
  })

  questionRoutes(routes, needs)
  comparisonRoutes(routes, { ...needs, rightsPart })
}

/** The page of a case about rights, for the first time or after what did not go through. */
const rightsPart: CasePart<readonly CheckInHistory[]> = {
  tab: 'rights',
  values: () => ({}),
  load: async (tx, caseId) => {
    if (!isIdentifier(caseId)) notFound('case', 'of that form')
    const history = await historyOf(tx, caseId)
    return { data: history, names: history.map(({ byUser }) => byUser) }
  },
  view: ({ c, head, data, form, problem }) => (
    <RightsPage
      t={c.get('t')}
      head={head}
      history={data}
      languages={languagesFor(c, head.person.language)}
      form={form}
      problem={problem}
    />
  ),
}
