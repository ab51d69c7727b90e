import type { Context, Hono } from 'hono'
import type { Actor, StaffActor } from '../access/actor.ts'
import type { AccessRule } from '../access/rule.ts'
import type { Language, Texts } from '../messages/index.ts'
import { forbidden } from './errors.ts'

/** What the pages show of the municipality one is in. */
export type PublicMunicipality = {
  readonly id: string
  readonly slug: string
  /** Of the national institute of statistics; tells its region. */
  readonly nisCode: string
  readonly name: string
  readonly jurisdiction: 'flanders' | 'brussels'
  readonly languages: readonly Language[]
  /** Where its picture is; without one the mark of Meernet stands beside its name. */
  readonly logo?: string | undefined
  readonly contact: { readonly name: string; readonly phone: string; readonly address: string; readonly hours: string }
}

/** Where a signed-in person may go; filtered by rule, shown in this order. */
export type NavigationEntry = {
  readonly href: string
  readonly label: string
  readonly icon: string
  readonly rule: AccessRule
}

/** Entries that belong together, under a word when `label` is given (message key). */
export type NavigationGroup = { readonly label?: string; readonly entries: readonly NavigationEntry[] }

/** Who signed in, in the membership chosen for this session. */
export type Session = { readonly actor: StaffActor; readonly language: Language; readonly hasOtherMemberships: boolean }

/** Fingerprinted files of the browser's programs, by entry. */
export type EntryFiles = { readonly script: string; readonly styles: readonly string[] }

/** What every page links, and what the workplace and printed sheets link as well. */
export type Assets = {
  readonly web: EntryFiles
  readonly workplace: EntryFiles
  /** What wakes up islands, on pages that have one. */
  readonly islands: EntryFiles
  /** Styles of public pages with pictures of figures. */
  readonly pictures: EntryFiles
  /** Styles of public pages with lines over time or ages. */
  readonly plots: EntryFiles
}

/** What every page needs of the composition. */
export type Shell = {
  readonly navigation: readonly NavigationGroup[]
  readonly assets: Assets
  readonly isDemo: boolean
  readonly isDevelopment: boolean
}

/** What every request carries from one handler to the next. */
export type Env = {
  Variables: {
    requestId: string
    /** Whether people reach us over https. */
    isHttps: boolean
    shell: Shell
    t: Texts
    session: Session | undefined
    /** Set on workplace routes from the session, on public routes from the address. */
    actor: Actor | undefined
    municipality: PublicMunicipality | undefined
    /** Key of a sentence to show once, left by the page before. */
    flash: string | undefined
  }
}
/** Where a module hangs its routes; each takes an access rule (`may`) first. */
export type Routes = Hono<Env>
/** One request under way: what was asked, and the variables of `Env`. */
export type Ctx = Context<Env>

/** Who acts; only on routes whose access rule let somebody in. */
export function actorOf(c: Ctx): Actor {
  return c.get('actor') ?? forbidden('nobody acts here')
}

/** Who acts, on routes for staff. */
export function staffOf(c: Ctx): StaffActor {
  const actor = actorOf(c)
  return actor.kind === 'staff' ? actor : forbidden('staff only')
}

/** The municipality of the public page or of the session. */
export function municipalityOf(c: Ctx): PublicMunicipality {
  return c.get('municipality') ?? forbidden('no municipality')
}
