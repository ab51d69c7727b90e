import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import type { Role } from '../../src/platform/access/actor.ts'
import { type Browser, makeMunicipality, makeStaff, openWorld, type TestMunicipality, type World } from './world.ts'

/** A municipality with one neighbourhood, who writes its analyses and who publishes them, and the steps they take. */
export type ReportWorld = {
  readonly world: World
  readonly here: TestMunicipality
  readonly areaId: string
  readonly writer: Browser
  readonly coordinator: Browser
  readonly asRole: (role: Role) => Promise<Browser>
  readonly textOf: (path: string, as?: Browser) => Promise<string>
  /** The versions that the forms of a page bear. */
  readonly versionOn: (path: string, as?: Browser) => Promise<string>
  readonly editNumberOn: (path: string, as?: Browser) => Promise<string>
  /** Begins an analysis of the neighbourhood. */
  readonly begin: () => Promise<TestReport>
  /** An analysis with everything in it but the second reading. */
  readonly complete: () => Promise<TestReport>
  readonly readAsSecond: (path: string, as?: Browser) => Promise<Response>
  /** An analysis that residents read, and the path of that of the year after which replaced it. */
  readonly twoYears: () => Promise<{ readonly first: TestReport; readonly next: string }>
}

/** An analysis as its pages know it. */
export type TestReport = { readonly id: string; readonly path: string }

type Form = Readonly<Record<string, string>>

/** Where analyses are. */
export const reports = '/analysis/reports'

/** The form of a first priority; `over` changes what was typed. */
export const priority = (over: Form = {}) => ({
  ...{ id: uuidv7(), version: '0', place: '1', title: 'Een bank aan elke halte' },
  ...{ why: 'Wie moe is, moet kunnen zitten.', chosenBy: 'dots', residentsPresent: '34' },
  ...over,
})

/** The form of a meeting that confirmed the analysis; `over` changes what was typed. */
export const meeting = (over: Form = {}) => ({
  ...{ id: uuidv7(), version: '0', heldOn: '2026-11-20', heldAt: 'Buurthuis', invitedHow: 'Een brief in elke bus.' },
  ...{ peoplePresent: '34', 'group.olderPerson': '12', confirmed: 'De bus.' },
  ...over,
})

/** A world of its own, without an analysis yet. */
export async function openReportWorld(): Promise<ReportWorld> {
  const world = await openWorld()
  const here = await makeMunicipality(world)
  const asRole = async (role: Role) => world.as(await makeStaff(world, here, { role }))
  const [writer, coordinator] = [await asRole('communityWorker'), await asRole('coordinator')]
  const areaId = uuidv7()
  const area = { municipality_id: here.id, id: areaId, origin: 'composed', edition: '2025', name: 'Molenhoek' } as const
  await world.database.owner
    .insertInto('places.area')
    .values({ ...area, is_approximate: false })
    .execute()
  const textOf: ReportWorld['textOf'] = async (path, as = coordinator) => (await as.get(path)).text()
  const hidden = async (name: string, path: string, as?: Browser) =>
    (await textOf(path, as)).match(new RegExp(`name="${name}" value="(\\d+)"`))?.[1] ?? ''
  const pages = {
    textOf,
    versionOn: (path: string, as?: Browser) => hidden('version', path, as),
    editNumberOn: (path: string, as?: Browser) => hidden('editNumber', path, as),
  }
  const place = { world, here, areaId, writer, coordinator, asRole, ...pages }
  return { ...place, ...stepsAt(place) }
}

type Steps = 'begin' | 'complete' | 'readAsSecond' | 'twoYears'

function stepsAt({ areaId, writer, coordinator, ...pages }: Omit<ReportWorld, Steps>): Pick<ReportWorld, Steps> {
  const { textOf, versionOn, editNumberOn } = pages

  async function begin(): Promise<TestReport> {
    const id = uuidv7()
    const form = { id, title: 'Zo leeft de Molenhoek', aboutYear: '2026', language: 'nl', areaIds: areaId }
    expect((await writer.post(reports, form)).status).toBe(303)
    return { id, path: `${reports}/${id}` }
  }

  async function complete(): Promise<TestReport> {
    const report = await begin()
    const { path } = report
    await writer.post(`${path}/texts/summary/nl`, { version: '0', text: 'U woont hier graag. De bus rijdt te weinig.' })
    await writer.post(`${path}/contents`, { version: await versionOn(`${path}/contents`, writer) })
    await writer.post(`${path}/priorities`, priority())
    await writer.post(`${path}/meetings`, meeting())
    await writer.post(`${path}/check`, { version: await versionOn(path, writer) })
    return report
  }

  async function readAsSecond(path: string, as: Browser = coordinator): Promise<Response> {
    const seen = { version: await versionOn(path), editNumber: await editNumberOn(path) }
    return as.post(`${path}/reading`, { ...seen, isUnrecognisable: 'yes' })
  }

  async function twoYears(): Promise<{ readonly first: TestReport; readonly next: string }> {
    const first = await complete()
    await readAsSecond(first.path)
    await coordinator.post(`${first.path}/publication`, { version: await versionOn(first.path) })
    const opened = await writer.post(`${first.path}/next`, { version: await versionOn(first.path, writer) })
    const next = opened.headers.get('location') ?? ''
    expect(next).not.toBe(first.path)
    expect(await textOf(next)).toContain('Een bank aan elke halte')
    await writer.post(`${next}/contents`, { version: await versionOn(`${next}/contents`, writer) })
    await writer.post(`${next}/meetings`, meeting())
    await writer.post(`${next}/check`, { version: await versionOn(next, writer) })
    await readAsSecond(next)
    expect((await coordinator.post(`${next}/publication`, { version: await versionOn(next) })).status).toBe(303)
    expect(await textOf(first.path)).toContain('nu vervangen')
    return { first, next }
  }

  return { begin, complete, readAsSecond, twoYears }
}
