import type { Transact } from '../../../../platform/database/transact.ts'
import { leaveFlash, may, parseForm, type Routes, staffOf } from '../../../../platform/http/index.ts'
import { workInInbox } from '../access.ts'
import { answer, signalIdOf, signalPage } from '../answers.tsx'
import { otherSignalForm } from '../forms.ts'
import { dismissPair, mergeSignals, undoMerge } from './merging.ts'

type Needs = { readonly transact: Transact }

/** Two cards about one person become one, and apart again. */
export function mergeRoutes(routes: Routes, { transact }: Needs): void {
  for (const [path, act] of [
    ['merges', mergeSignals],
    ['merges/undo', undoMerge],
  ] as const)
    routes.post(`/inbox/:signalId/${path}`, may(workInInbox), async (c) => {
      const form = await parseForm(c, otherSignalForm)
      if (!form.ok) return signalPage(c, transact, { errors: form.errors, status: 422 })
      const result = await act({ transact }, staffOf(c), { signalId: signalIdOf(c), ...form.data })
      return answer(c, transact, result, form.values)
    })

  routes.post('/inbox/:signalId/dismissed-duplicates', may(workInInbox), async (c) => {
    const form = await parseForm(c, otherSignalForm)
    if (!form.ok) return signalPage(c, transact, { errors: form.errors, status: 422 })
    await dismissPair({ transact }, staffOf(c), { signalId: signalIdOf(c), other: form.data.other })
    leaveFlash(c, 'detection.done.act')
    return c.redirect(`/inbox/${signalIdOf(c)}`, 303)
  })
}
