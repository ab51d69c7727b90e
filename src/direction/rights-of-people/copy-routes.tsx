import { signedIn } from '../../platform/access/rule.ts'
import type { Transact } from '../../platform/database/transact.ts'
import type { FieldRegister } from '../../platform/fields/field-register.ts'
import { type Ctx, may, printPage, type Routes, staffOf, workplacePage } from '../../platform/http/index.ts'
import { catalogue, residentLanguages, textsIn } from '../../platform/messages/index.ts'
import { seeRequests } from './access.ts'
import { openCopy } from './actions.ts'
import { copyFile, putTogetherOwn } from './copy-of-data.ts'
import { CopyPage } from './views/copy-page.tsx'
import { CopySheet } from './views/copy-sheet.tsx'
import { OwnCopyPage } from './views/own-copy-page.tsx'

/** What the pages with all that is held need. */
export type CopyNeeds = {
  readonly transact: Transact
  readonly clock: () => Date
  readonly fields: FieldRegister
}

/** All that is held about whom a request is of: on the screen, on paper in the person's language, and as a file. */
export function copyRoutes(routes: Routes, needs: CopyNeeds): void {
  const open = (c: Ctx) => openCopy(needs, staffOf(c), c.req.param('id') ?? '')

  routes.get('/rights/:id/held', may(seeRequests), async (c) => {
    const t = c.get('t')
    const { request, copy } = await open(c)
    return workplacePage(c, { title: t('rights.held') }, <CopyPage t={t} id={request.id} copy={copy} />)
  })

  routes.get('/rights/:id/held/print', may(seeRequests), async (c) => {
    const { request, copy } = await open(c)
    const asked = c.req.query('lang') ?? copy.language ?? ''
    const language = residentLanguages.find((one) => one === asked) ?? 'nl'
    const back = { href: `/rights/${request.id}/held`, text: c.get('t')('rights.held') }
    // The paper is the person's: all of it in that language, also the direction of reading.
    const t = textsIn(catalogue, language, needs.clock())
    c.set('t', t)
    return printPage(c, { title: t('resident.held.title'), back }, <CopySheet t={t} copy={copy} />)
  })

  routes.get('/rights/:id/held.json', may(seeRequests), async (c) => {
    const { copy } = await open(c)
    c.header('Content-Disposition', 'attachment; filename="copy-of-data.json"')
    return c.json(copyFile(copy, needs.fields, needs.clock()))
  })
}

/** The same for who works or volunteers here, about themselves: without a request, for they are known by signing in. */
export function ownCopyRoutes(routes: Routes, needs: CopyNeeds): void {
  const open = (c: Ctx) => putTogetherOwn(needs, staffOf(c))

  routes.get('/my-data', may(signedIn), async (c) => {
    const t = c.get('t')
    return workplacePage(c, { title: t('rights.own') }, <OwnCopyPage t={t} copy={await open(c)} />)
  })

  routes.get('/my-data/print', may(signedIn), async (c) => {
    const t = c.get('t')
    const back = { href: '/my-data', text: t('rights.own') }
    return printPage(c, { title: t('resident.held.title'), back }, <CopySheet t={t} copy={await open(c)} />)
  })

  routes.get('/my-data.json', may(signedIn), async (c) => {
    c.header('Content-Disposition', 'attachment; filename="copy-of-data.json"')
    return c.json(copyFile(await open(c), needs.fields, needs.clock()))
  })
}
