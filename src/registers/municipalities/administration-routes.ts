import type { Transact, Tx } from '../../platform/database/transact.ts'
import type { Routes } from '../../platform/http/index.ts'
import type { DataAccess } from './access-list/access-list.ts'
import { accessListRoutes } from './access-list/routes.tsx'
import { accessReviewRoutes } from './access-review/routes.tsx'
import { logoRoutes } from './logo/routes.tsx'
import type { NeighbourhoodChoice } from './members/choices.ts'
import { memberDeviceRoutes } from './members/devices/routes.tsx'
import { memberChangeRoutes, memberRoutes } from './members/routes.tsx'
import { providerRoutes } from './provider/routes.tsx'
import { settingsRoutes } from './settings/routes.tsx'
import { zoneRoutes } from './zones/routes.tsx'

type Needs = {
  readonly transact: Transact
  readonly address: () => string
  readonly isHttps: boolean
  readonly providersMayBeInside: boolean
  readonly neighbourhoods: (tx: Tx) => Promise<readonly NeighbourhoodChoice[]>
  /** Kinds of data about people with the rule that guards each, from the modules that keep them. */
  readonly dataAccesses: () => readonly DataAccess[]
}

/** What an administrator keeps: members, the municipality, zones, and the list of who has access. */
export function administrationRoutes(routes: Routes, needs: Needs): void {
  memberRoutes(routes, needs)
  memberChangeRoutes(routes, needs)
  memberDeviceRoutes(routes, needs)
  settingsRoutes(routes, needs)
  logoRoutes(routes, needs)
  zoneRoutes(routes, needs)
  providerRoutes(routes, needs)
  accessListRoutes(routes, needs)
  accessReviewRoutes(routes, needs)
}
