import type { Transact } from '../database/transact.ts'
import { checkForm, may, type NavigationEntry, type Routes, staffOf, workplacePage } from '../http/index.ts'
import { namesOf } from '../identity/colleagues.ts'
import { checkAudit, readAudit } from './access.ts'
import { auditActions, auditLines, countLines, linesPerPage, type ReadLine, sampleOf } from './audit-store.ts'
import { filterForm } from './forms.ts'
import { monthBefore } from './months.ts'
import { lookAction, oddAccesses } from './odd-access-store.ts'
import { verifyAudit } from './verify.ts'
import { AuditPage } from './views/audit-page.tsx'
import { IntegrityPage } from './views/integrity-page.tsx'
import { SamplePage } from './views/sample-page.tsx'
import { sampleAction } from './waiting.ts'

type Needs = { readonly transact: Transact }

export const auditNavigation: readonly NavigationEntry[] = [
  { href: '/audit', label: 'audit.title', icon: 'scroll-text', rule: readAudit },
  { href: '/integrity', label: 'audit.integrity.title', icon: 'shield', rule: checkAudit },
]

/** The audit log for the data protection officer, and whether it is whole for the administrator too. */
export function auditRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/audit', may(readAudit), async (c) => {
    const t = c.get('t')
    const form = checkForm(c.req.query(), filterForm)
    const { page, ...filter } = form.ok ? form.data : { page: 1, day: undefined }
    const shown = await transact(staffOf(c), async (tx) => {
      const lines = await auditLines(tx, filter, page)
      const [count, actions] = [await countLines(tx, filter), await auditActions(tx)]
      const odd = await oddAccesses(tx)
      const subject = { type: 'audit log', id: tx.actor.municipalityId }
      tx.audit({ action: lookAction, subject, details: { day: filter.day ?? null } })
      const names = await namesOf(tx, [...peopleIn(lines), ...odd.map(({ userId }) => userId)])
      return { lines, count, actions, odd, names }
    })
    const pages = Math.max(1, Math.ceil(shown.count / linesPerPage))
    return workplacePage(
      c,
      { title: t('audit.title') },
      <AuditPage t={t} {...shown} filter={filter} page={page} pages={pages} />,
    )
  })

  routes.get('/audit/sample', may(readAudit), async (c) => {
    const t = c.get('t')
    const month = monthBefore(t.today)
    const shown = await transact(staffOf(c), async (tx) => {
      const lines = await sampleOf(tx, month)
      tx.audit({ action: sampleAction, subject: { type: 'audit log', id: tx.actor.municipalityId } })
      return { lines, names: await namesOf(tx, peopleIn(lines)) }
    })
    return workplacePage(c, { title: t('audit.sample.title') }, <SamplePage t={t} {...shown} month={month} />)
  })

  routes.get('/integrity', may(checkAudit), async (c) => {
    const t = c.get('t')
    const check = await transact(staffOf(c), verifyAudit)
    return workplacePage(c, { title: t('audit.integrity.title') }, <IntegrityPage t={t} check={check} />)
  })
}

const peopleIn = (lines: readonly ReadLine[]) => lines.flatMap(({ userId }) => (userId ? [userId] : []))
