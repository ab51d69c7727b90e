import { retentionJobs } from './direction/retention/index.ts'
import { campaignJobs, secondJobs, signalJobs, visitJobs } from './functions/detection/index.ts'
import { guidanceJobs } from './functions/guidance/index.ts'
import { analysisJobs, type WorkCounts } from './functions/neighbourhood-analysis/index.ts'
import { auditJobs } from './platform/audit/index.ts'
import type { Db } from './platform/database/connect.ts'
import type { Transact } from './platform/database/transact.ts'
import type { Vault } from './platform/encryption/vault.ts'
import { limitJobs } from './platform/http/index.ts'
import { identityJobs } from './platform/identity/index.ts'
import type { ModuleJobs } from './platform/jobs/index.ts'
import { type Deliver, mailJobs } from './platform/mail/index.ts'
import { type SentFileSettings, sentFileJobs } from './platform/sent-files/index.ts'
import { municipalityJobs } from './registers/municipalities/index.ts'
import { organisationJobs } from './registers/organisations/index.ts'
import { placesJobs } from './registers/places/index.ts'

type Needs = {
  readonly owner: Db
  readonly transact: Transact
  readonly vault: Vault
  readonly clock: () => Date
  readonly address: () => string
  readonly deliver: Deliver
  readonly sentFiles: SentFileSettings
  readonly deletionsFile: string | undefined
  readonly workCounts: WorkCounts
}

/** What every module does in the background. */
export const jobsOf = (needs: Needs): readonly ModuleJobs[] => [
  mailJobs(needs),
  identityJobs(needs),
  auditJobs(needs),
  limitJobs(needs),
  municipalityJobs(needs),
  signalJobs(needs),
  secondJobs(needs),
  visitJobs(needs),
  campaignJobs(needs),
  organisationJobs(needs),
  guidanceJobs(needs),
  analysisJobs(needs),
  placesJobs(needs),
  sentFileJobs(needs),
  retentionJobs(needs),
]
