import { impactAssessmentNavigation } from './direction/impact-assessment/index.ts'
import { retentionNavigation } from './direction/retention/index.ts'
import { rightsNavigation } from './direction/rights-of-people/index.ts'
import { todayNavigation } from './direction/today/index.ts'
import {
  campaignNavigation,
  concernNavigation,
  secondNavigation,
  signalNavigation,
  visitNavigation,
} from './functions/detection/index.ts'
import { guidanceNavigation, localParametersNavigation, rightsFiguresNavigation } from './functions/guidance/index.ts'
import { analysisNavigation } from './functions/neighbourhood-analysis/index.ts'
import { policyAdviceNavigation } from './functions/policy-advice/index.ts'
import { auditNavigation } from './platform/audit/index.ts'
import { registerNavigation } from './platform/fields/register-routes.tsx'
import type { NavigationGroup } from './platform/http/context.ts'
import { leftBehindNavigation } from './platform/left-behind/index.ts'
import { administrationNavigation } from './registers/municipalities/index.ts'
import { organisationsNavigation } from './registers/organisations/index.ts'
import { peopleNavigation } from './registers/people/index.ts'
import { placesNavigation } from './registers/places/index.ts'
import { volunteerNavigation } from './registers/volunteers/index.ts'

/** Where staff may go, in this order; each entry shows to whom its rule allows. */
export const navigation: readonly NavigationGroup[] = [
  { entries: todayNavigation },
  {
    label: 'today.navigation.people',
    entries: [
      ...signalNavigation,
      ...secondNavigation,
      ...concernNavigation,
      ...guidanceNavigation,
      ...peopleNavigation,
      ...rightsNavigation,
    ],
  },
  {
    label: 'today.navigation.visits',
    entries: [...visitNavigation, ...campaignNavigation, ...volunteerNavigation, ...placesNavigation],
  },
  {
    label: 'today.navigation.offer',
    entries: [
      ...organisationsNavigation,
      ...analysisNavigation,
      ...localParametersNavigation,
      ...rightsFiguresNavigation,
      ...policyAdviceNavigation,
    ],
  },
  {
    label: 'today.navigation.administration',
    entries: [
      ...administrationNavigation,
      ...auditNavigation,
      ...leftBehindNavigation,
      ...registerNavigation,
      ...retentionNavigation,
      ...impactAssessmentNavigation,
    ],
  },
]
