import type { Db } from '../database/connect.ts'
import type { Vault } from '../encryption/vault.ts'
import type { ModuleJobs } from '../jobs/index.ts'
import type { Deliver } from './deliver.ts'
import { forgetMailBefore, markSent, waitingMail } from './outgoing-store.ts'

export type { Mail } from './compose.ts'
export { type Deliver, deliveryFor, smtpOver } from './deliver.ts'
export { queueInstallationMail, queueMail } from './outgoing-store.ts'

type Needs = { readonly owner: Db; readonly vault: Vault; readonly deliver: Deliver; readonly clock: () => Date }

/** As the register of fields says it. What could not leave in that time says nothing to anybody any more. */
const keptDays = 30

/**
 * The job that sends one mail; sent twice only if the process dies between the server's yes and our note of it. And the one that lets mail
 * go, sent or not: it is of the installation, the first municipality does it for all.
 */
export const mailJobs = ({ owner, vault, deliver, clock }: Needs): ModuleJobs => ({
  tasks: {
    'mail.send': async ({ id = '' }) => {
      const mail = await waitingMail(owner, vault, id)
      if (!mail) return
      await deliver(id, mail)
      await markSent(owner, id, clock())
    },
  },
  recurring: {
    'mail.forget': {
      schedule: '50 3 * * *',
      task: () => forgetMailBefore(owner, new Date(clock().getTime() - keptDays * 24 * 3_600_000)),
    },
  },
})
