import { systemActor } from '../access/actor.ts'
import type { Transact } from '../database/transact.ts'
import type { ModuleJobs } from '../jobs/index.ts'
import { verifyAudit } from './verify.ts'

/** How the program notes that the chain no longer holds; the data protection officer then finds it on "Vandaag". */
export const brokenAction = 'found audit log broken'

type Needs = { readonly transact: Transact }

/** Recomputes the chain of each municipality at night: too much work for a page that is opened every morning. */
export const auditJobs = ({ transact }: Needs): ModuleJobs => ({
  recurring: {
    'audit.check': {
      schedule: '40 3 * * *',
      task: (municipalityId) =>
        transact(systemActor(municipalityId, 'check audit log'), async (tx) => {
          const check = await verifyAudit(tx)
          if (check.kind === 'broken')
            tx.audit({ action: brokenAction, subject: { type: 'audit log', id: municipalityId } })
        }),
    },
  },
})
