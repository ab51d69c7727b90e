import { waitingInRetention } from './direction/retention/index.ts'
import { waitingInRights } from './direction/rights-of-people/index.ts'
import {
  waitingInCampaigns,
  waitingInFollowing,
  waitingInSeconds,
  waitingInSignals,
  waitingInVisits,
} from './functions/detection/index.ts'
import { waitingInGuidance } from './functions/guidance/index.ts'
import { waitingInFindings, waitingInReports } from './functions/neighbourhood-analysis/index.ts'
import { waitingInPolicyAdvice } from './functions/policy-advice/index.ts'
import { waitingInAudit } from './platform/audit/index.ts'
import { waitingInLeftBehind } from './platform/left-behind/index.ts'
import type { WaitingOf } from './platform/waiting/waiting.ts'
import { waitingInMunicipalities } from './registers/municipalities/index.ts'
import { waitingInOrganisations } from './registers/organisations/index.ts'
import { waitingInVolunteers } from './registers/volunteers/index.ts'

/** What waits for somebody on "Vandaag". */
export const waiting: readonly WaitingOf[] = [
  waitingInSignals,
  waitingInSeconds,
  waitingInFollowing,
  waitingInGuidance,
  waitingInVolunteers,
  waitingInOrganisations,
  waitingInPolicyAdvice,
  waitingInFindings,
  waitingInReports,
  waitingInMunicipalities,
  waitingInAudit,
  waitingInRights,
  waitingInRetention,
  waitingInLeftBehind,
  waitingInVisits,
  waitingInCampaigns,
]
