import type { LimitRate, NavigationEntry, Routes } from '../../../platform/http/index.ts'
import { knowCampaigns } from './access.ts'
import { addressRoutes } from './addresses/routes.tsx'
import { certificateRoutes } from './certificates/routes.tsx'
import { letterRoutes } from './letters/routes.tsx'
import { optOutRoutes } from './opt-outs/routes.tsx'
import { pairRoutes } from './pairs/routes.tsx'
import type { Needs } from './parts.ts'
import { planRoutes } from './plan/routes.tsx'
import { retentionRoutes } from './retention/routes.tsx'
import { roundsRoutes } from './rounds/routes.tsx'
import { tallyRoutes } from './tallies/routes.tsx'

export const campaignNavigation: readonly NavigationEntry[] = [
  { href: '/campaigns', label: 'detection.campaign.title', icon: 'door-open', rule: knowCampaigns },
]

type CampaignNeeds = Needs & {
  readonly clock: () => Date
  readonly limitRate: LimitRate
  /** Where people reach the site, for paper. */
  readonly address: () => string
}

/** All pages of visit campaigns. */
export function campaignRoutes(routes: Routes, needs: CampaignNeeds): void {
  planRoutes(routes, needs)
  addressRoutes(routes, needs)
  letterRoutes(routes, needs)
  optOutRoutes(routes, needs)
  pairRoutes(routes, needs)
  roundsRoutes(routes, needs)
  tallyRoutes(routes, needs)
  retentionRoutes(routes, needs)
  certificateRoutes(routes, needs)
}
