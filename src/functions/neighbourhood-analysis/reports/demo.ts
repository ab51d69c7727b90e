import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import type { AnalysisDemo } from '../demo-needs.ts'
import { type Contents, keyFigures } from './contents/contents.ts'
import { gatherContents } from './contents/gather.ts'
import { mapOf } from './contents/gather-map.ts'
import { saveMeeting, savePriority, saveText } from './part-store.ts'
import type { Priority } from './report.ts'
import { insertReport, saveContents, saveStep } from './report-store.ts'
import { demoTranslationsOf } from './translations/demo.ts'

/** Loads two analyses of Molenwijk: that of last year, which residents read, and the one being made out of it now. */
export async function demoReports(tx: Tx, world: DemoWorld, needs: AnalysisDemo): Promise<void> {
  const areaIds = needs.neighbourhoods.slice(0, 1).map(({ id }) => id)
  const aboutYear = Number(world.today.slice(0, 4))
  const published = await lastYear(tx, world, needs, areaIds, aboutYear - 1)
  await thisYear(tx, world, needs, areaIds, aboutYear, published)
}

const title = 'Zo leeft Molenwijk'

type Made = { readonly id: string; readonly priorities: readonly Priority[] }

async function lastYear(
  tx: Tx,
  world: DemoWorld,
  { staff }: AnalysisDemo,
  areaIds: readonly string[],
  aboutYear: number,
): Promise<Made> {
  const id = world.id()
  const author = staff.communityWorker.userId
  await insertReport(tx, {
    ...{ id, title, areaIds, aboutYear, followsId: null, language: 'nl' },
    ...{ startedOn: world.day(-420), startedBy: author },
  })
  for (const [part, text] of texts)
    await saveText(tx, { reportId: id, part, language: 'nl', text, version: 0, changedBy: author })
  const priorities = prioritiesOf(world)
  for (const priority of priorities) await savePriority(tx, id, priority)
  await saveMeeting(tx, id, {
    ...{ id: world.id(), heldOn: world.day(-390), heldAt: 'Buurthuis De Molen', peoplePresent: 47, version: 0 },
    invitedHow: 'Een brief in elke bus, een affiche bij de bakker en een gesprek aan de schoolpoort.',
    groupsPresent: { olderPerson: 19, poverty: 11, informalCarer: 8, migrationBackground: 6, jobseeker: 0 },
    confirmed: 'De bakker en het park brengen mensen samen.',
    corrected: 'De bus rijdt wel op zaterdag, maar niet op zondag.',
    added: 'Er is te weinig licht op het pad naar de school.',
  })
  const gathered = await gatherContents(tx, { ...everything, areaIds, aboutYear: aboutYear + 1 }, world.today)
  const earlier = asOfYearBefore(gathered, aboutYear)
  const map = await mapOf(tx, earlier.areas, keyFigures(earlier))
  await saveContents(tx, { id, version: 1, ...everything }, { ...earlier, map }, author)
  await demoTranslationsOf(tx, id, author)
  await saveStep(
    tx,
    { id, version: 2 },
    {
      ...{ state: 'published', publishedOn: world.day(-380), publishedBy: staff.coordinator.userId },
      ...{ secondReader: staff.coordinator.userId, readOn: world.day(-382), readEdit: 2 },
    },
  )
  return { id, priorities }
}

async function thisYear(
  tx: Tx,
  world: DemoWorld,
  { staff }: AnalysisDemo,
  areaIds: readonly string[],
  aboutYear: number,
  before: Made,
): Promise<void> {
  const id = world.id()
  const author = staff.communityWorker.userId
  await insertReport(tx, {
    ...{ id, title, areaIds, aboutYear, followsId: before.id, language: 'nl' },
    ...{ startedOn: world.day(-12), startedBy: author },
  })
  for (const [part, text] of texts)
    await saveText(tx, {
      ...{ reportId: id, part, language: 'nl', version: 0, changedBy: author },
      text: part === 'introduction' ? introductionNow : text,
    })
  const became = [
    { progress: 'done', became: 'De lampen branden sinds de zomer.' },
    { progress: 'busy', became: null },
  ] as const
  for (const [at, priority] of before.priorities.entries())
    await savePriority(tx, id, {
      ...priority,
      ...{ id: world.id(), followsId: priority.id, version: 0 },
      ...(became[at] ?? { progress: null, became: null }),
    })
  const contents = await gatherContents(tx, { ...everything, areaIds, aboutYear }, world.today)
  await saveContents(tx, { id, version: 1, ...everything }, contents, author)
  await demoTranslationsOf(tx, id, author, { before: introduction, now: introductionNow })
}

const everything = { leftOutFindings: [], leftOutIndicators: [] } as const

/** The same contents with the figures that were the newest in `year`; those heard of this year stand for them. */
function asOfYearBefore(contents: Contents, year: number): Contents {
  return {
    ...contents,
    figures: contents.figures.flatMap((figure) => {
      // Those that ages are a part of: ages are known of one period only.
      if (figure.indicator === 'population') return [figure]
      const trend = figure.trend.slice(0, -1)
      const last = trend.at(-1)
      if (!last) return Number(figure.period.slice(0, 4)) <= year ? [figure] : []
      const unknown = { region: null, interval: null, compared: null }
      return [
        {
          ...{ ...figure, ...unknown, period: last.period, own: last.shown, municipality: last.municipality ?? null },
          ...{ trend, ownSourceIds: last.sourceIds ?? figure.sourceIds },
        },
      ]
    }),
  }
}

const summary =
  'In Molenwijk kennen veel mensen elkaar. Zij helpen elkaar met kleine dingen. Het park en de bakker zijn fijne plekken.\n\nVoor wie slecht stapt, is de winkel ver. Op zondag rijdt er geen bus. Wie alleen woont, ziet soms lang niemand.\n\nWe zorgen eerst voor licht op het pad naar de school. En we maken een plek waar je binnen kan zitten zonder iets te kopen.'

const introduction =
  'We keken naar de cijfers en gingen praten: aan de deur, aan de schoolpoort en bij de bakker. Daarna gaven we alles terug op een avond in het buurthuis.'

/** The translation of last year is older than this. */
const introductionNow = `${introduction} Dit jaar vroegen we het ook aan de jongeren op het plein.`

const texts = [
  ['summary', summary],
  ['introduction', introduction],
  [
    'conclusion',
    'De buurt doet veel zelf. Een bus op zondag en een winkel dichtbij kan zij niet zelf maken. Dat vragen we aan de gemeente en aan De Lijn.',
  ],
] as const

const prioritiesOf = (world: DemoWorld): readonly Priority[] => [
  {
    ...{ id: world.id(), place: 1, title: 'Licht op het pad naar de school', chosenBy: 'dots', residentsPresent: 47 },
    why: 'Kinderen en ouderen durven er in de winter niet te stappen.',
    ...{ findingIds: [], dissent: null, ...notYet },
  },
  {
    ...{ id: world.id(), place: 2, title: 'Een plek om te zitten', chosenBy: 'dots', residentsPresent: 47 },
    why: 'Wie weinig geld heeft, kan nu nergens binnen zitten zonder iets te kopen.',
    ...{ findingIds: [], dissent: 'Een paar mensen wilden eerst een bank in het park.', ...notYet },
  },
]

const notYet = { followsId: null, progress: null, became: null, version: 0 } as const
