import type { StaffActor } from '../../../src/platform/access/actor.ts'
import type { Netegem } from '../netegem.ts'
import type { Browser } from '../world.ts'

/** Something of Netegem, and for whom it is there. */
export type Made = {
  readonly what: string
  /** An address that names it. */
  readonly path: string
  /** What its forms ask, filled in so that they would go through; the version is 1 unless it stands here. */
  readonly fields?: Readonly<Record<string, string>>
  /** Whom it concerns; to all others of Netegem it is not there. */
  isFor(actor: StaffActor): boolean
}

/** Makes one or more of them, as those who work there do. */
export type Maker = (netegem: Netegem) => Promise<Made | readonly Made[]>

/** Somebody who works in Netegem. */
export const named = (people: readonly StaffActor[], name: string) =>
  people.find((one) => one.name === name) ?? fail(`${name} does not work in Netegem`)

/** Where an accepted form leads. */
export async function sent(response: Promise<Response>): Promise<string> {
  const { status, headers } = await response
  const path = headers.get('location')
  return status === 303 && path ? path : fail(`a form got ${status}: ${await (await response).text()}`)
}

/** The first link on a page that looks so. */
export async function linkOn(browser: Browser, path: string, link: RegExp): Promise<string> {
  return link.exec(await (await browser.get(path)).text())?.[0] ?? fail(`${path} has no ${link}`)
}

/** Whom a thing is for. */
export type Who = Made['isFor']
/** One person. */
export const is =
  ({ userId }: StaffActor): Who =>
  (actor) =>
    actor.userId === userId
/** Whoever has one of these roles. */
export const has =
  (...roles: readonly StaffActor['role'][]): Who =>
  ({ role }) =>
    roles.includes(role)
/** A coordinator under professional secrecy. */
export const isSecrecyCoordinator: Who = ({ role, secrecy }) =>
  role === 'coordinator' && secrecy === 'professionalSecrecy'
/** Only where the controller is the same (P9). */
export const inZoneOf =
  ({ zoneId }: StaffActor, who: Who): Who =>
  (actor) =>
    actor.zoneId === zoneId && who(actor)

function fail(sentence: string): never {
  throw new Error(sentence)
}
