import type { Language } from '../../../platform/messages/index.ts'
import type { ServiceStatus, WayIn } from '../service.ts'

/** A service of Netegem as the lists here write it; what is left out is the ordinary case. */
export type DemoService = {
  /** Key of the organisation. */
  readonly by: string
  readonly name: string
  readonly tags: readonly string[]
  readonly groups?: readonly string[]
  /** Names of neighbourhoods; by default the whole municipality. */
  readonly where?: 'municipality' | 'beyond' | readonly string[]
  readonly languages?: readonly string[]
  /** By default free. */
  readonly fees?: string
  readonly ways?: readonly WayIn[]
  readonly phone: string
  readonly street?: string
  readonly hours?: string
  /** Weeks to wait, and how many days ago that was asked. */
  readonly waiting?: readonly [weeks: number, daysAgo: number]
  readonly verifiedDaysAgo: number
  readonly status?: ServiceStatus
  readonly texts: Readonly<Partial<Record<Language, DemoText>>> & { readonly nl: DemoText }
}

/** Description, how to reach it, for whom. */
export type DemoText = readonly [description: string, howToReach?: string, conditions?: string]
