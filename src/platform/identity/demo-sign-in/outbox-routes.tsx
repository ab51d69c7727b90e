import { signedIn } from '../../access/rule.ts'
import { may, type Routes, workplacePage } from '../../http/index.ts'
import { newestMails } from './outbox.ts'
import { OutboxPage } from './outbox-page.tsx'

type Needs = { readonly outboxFolder?: string | undefined }

/** Mail that would have left, for who tries a demo. NOTE added on a demo installation only. */
export function outboxRoutes(routes: Routes, { outboxFolder }: Needs): void {
  routes.get('/outbox', may(signedIn), async (c) => {
    const t = c.get('t')
    const mails = outboxFolder ? await newestMails(outboxFolder) : []
    return workplacePage(c, { title: t('identity.outbox.title') }, <OutboxPage t={t} mails={mails} />)
  })
}
