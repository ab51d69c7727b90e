import { z } from 'zod'
import { staffRule } from '../access/rule.ts'
import type { Transact } from '../database/transact.ts'
import {
  badRequest,
  leaveFlash,
  may,
  type NavigationEntry,
  notFound,
  parseForm,
  type Routes,
  requiredText,
  staffOf,
  workplacePage,
} from '../http/index.ts'
import { DropPage, LeftBehindPage } from './left-behind-page.tsx'
import { dropGivenUp, tryAgain, workLeftBehind } from './left-behind-store.ts'

/** Sees what the program could not do in the background, and lets it try again. */
const careForWork = staffRule('careForWork', ['administrator'])

export const leftBehindNavigation: readonly NavigationEntry[] = [
  { href: '/left-behind', label: 'leftBehind.title', icon: 'clock', rule: careForWork },
]

type Needs = { readonly transact: Transact }

const taskForm = z.object({ task: requiredText(100) })

/** Work in the background that stayed behind, for the administrator. */
export function leftBehindRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/left-behind', may(careForWork), async (c) => {
    const t = c.get('t')
    const work = await transact(staffOf(c), workLeftBehind)
    return workplacePage(c, { title: t('leftBehind.title') }, <LeftBehindPage t={t} work={work} />)
  })

  routes.post('/left-behind/attempts', may(careForWork), async (c) => {
    const form = await parseForm(c, taskForm)
    if (!form.ok) return badRequest('no task named')
    const { task } = form.data
    const count = await transact(staffOf(c), async (tx) => {
      tx.audit({ action: 'retry work', subject: { type: 'work', id: task } })
      return tryAgain(tx, task)
    })
    leaveFlash(c, count > 0 ? 'leftBehind.triedAgain' : 'leftBehind.gone')
    return c.redirect('/left-behind', 303)
  })

  routes.get('/left-behind/removals', may(careForWork), async (c) => {
    const t = c.get('t')
    const task = c.req.query('task')
    const work = await transact(staffOf(c), workLeftBehind)
    const line = work.find((one) => one.task === task && one.givenUp > 0) ?? notFound('work', 'that was given up')
    return workplacePage(c, { title: t('leftBehind.drop', { count: line.givenUp }) }, <DropPage t={t} line={line} />)
  })

  routes.post('/left-behind/removals', may(careForWork), async (c) => {
    const form = await parseForm(c, taskForm)
    if (!form.ok) return badRequest('no task named')
    const { task } = form.data
    const count = await transact(staffOf(c), async (tx) => {
      tx.audit({ action: 'drop work', subject: { type: 'work', id: task } })
      return dropGivenUp(tx, task)
    })
    leaveFlash(c, count > 0 ? 'leftBehind.dropped' : 'leftBehind.gone')
    return c.redirect('/left-behind', 303)
  })
}
