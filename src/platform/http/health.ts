import { sql } from 'kysely'
import { everyone } from '../access/rule.ts'
import type { Db } from '../database/connect.ts'
import type { Routes } from './context.ts'
import { may } from './may.ts'

/** Where whoever watches over processes asks. */
export const healthPaths: readonly string[] = ['/healthz', '/readyz']

/** `/healthz`: the process lives. `/readyz`: it can reach its database. */
export function healthRoutes(routes: Routes, db: Db): void {
  routes.get('/healthz', may(everyone), (c) => c.json({ status: 'alive' }))
  routes.get('/readyz', may(everyone), async (c) => {
    const isReady = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    )
    return c.json({ status: isReady ? 'ready' : 'database unreachable' }, isReady ? 200 : 503)
  })
}
