import { sensitiveCounts, sharesFrom, type Value } from '@meernet/statistics'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { catalogueIndicator } from '../catalogue.ts'
import { datasetsOf, figuresOfIndicator } from '../figures/figure-store.ts'
import type { ToPublish } from '../publishing/publication.ts'
import { publicationsOf } from '../publishing/publication-store.ts'
import { publish } from '../publishing/publish.ts'
import { type PublishedTable, publishedTable } from '../publishing/published-table.ts'
import { countedNeighbourhood } from './counted-neighbourhood.ts'
import type { CountedArea, OwnCount, OwnFigure } from './own-dataset.ts'
import { ownEdition } from './own-edition.ts'
import type { WorkCounts } from './work-counts.ts'
import { areaLabels, cardsTable, policySignalsTable, whole } from './work-tables.ts'

type Asked = {
  readonly workCounts: WorkCounts
  /** A calendar year that is over: what is published of it does not change any more. */
  readonly year: number
  readonly nisCode: string
  readonly municipality: string
  readonly source: string
}

/**
 * What the functions did in a year as figures beside the published ones, protected as our own sensitive data and noted as published to
 * everybody, for an analysis that residents read shows them. NOTE in a transaction of the program, over the zones of all controllers.
 */
export async function countWork(tx: Tx, { workCounts, year, nisCode, municipality, source }: Asked): Promise<OwnCount> {
  const town: CountedArea = { level: 'municipality', edition: ownEdition, code: nisCode, name: municipality }
  const period = String(year)
  const [cards, policySignals] = [await workCounts.signals(tx, year), await workCounts.policySignals(tx, year)]
  const ids = [...cards, ...policySignals].flatMap(({ neighbourhoodId }) => neighbourhoodId ?? [])
  const known = await neighbourhoodsOf(tx, { ids: [...new Set(ids)] })
  const figures: OwnFigure[] = []
  for (const { indicator, table, labels, columns } of [
    cardsTable(cards, known),
    policySignalsTable(policySignals, known),
  ]) {
    const shown = await publishedOnce(tx, {
      measure: `${indicator} ${period}`,
      title: `${catalogueIndicator(indicator)?.labels.nl ?? indicator} ${period}`,
      table,
      labels: { ...labels, ...areaLabels(known, municipality) },
    })
    if (!shown) continue
    for (const column of columns) {
      const valueIn = (area: string) => shown.at(area, ...column.at).value
      figures.push({ indicator: column.indicator, area: town, period, value: valueIn(whole) })
      for (const one of known)
        figures.push({ indicator: column.indicator, area: countedNeighbourhood(one), period, value: valueIn(one.id) })
    }
  }
  const rights = (await rightsToldBefore(tx, period)) ?? rightsFoundPer100(await workCounts.rights(tx, year))
  const all = [...figures, { indicator: rightsFound.indicator, area: town, period, value: rights }]
  const told = new Set(
    all.filter(({ value }) => typeof value === 'number' && value > 0).map(({ indicator }) => indicator),
  )
  const indicators = [...new Set(all.map(({ indicator }) => indicator))]
    .filter((indicator) => told.has(indicator) || catalogueIndicator(indicator))
    .map((indicator) => (indicator === rightsFound.indicator ? rightsFound : { indicator, ...ofSignals(indicator) }))
  return { layout: 'own-work', source, licence: 'CC0', indicators, figures: all }
}

const rightsFound = { indicator: 'rightsFoundPer100Checks', kind: 'rate', unit: 'count' } as const
const ofSignals = (indicator: string) =>
  ({ kind: 'count', unit: catalogueIndicator(indicator)?.unit ?? 'signals' }) as const

/** A finished year goes out once; whatever is corrected in it afterwards changes nothing of it. Nothing for a year without anything. */
async function publishedOnce(
  tx: Tx,
  asked: Pick<ToPublish, 'measure' | 'title' | 'table' | 'labels'>,
): Promise<PublishedTable | undefined> {
  const [known] = await publicationsOf(tx, { measure: asked.measure })
  if (known) return publishedTable(known)
  if (asked.table.cells.length === 0) return undefined
  const answer = await publish(tx, { ...asked, id: uuidv7(), audience: 'public', rule: sensitiveCounts })
  return answer.kind === 'published' ? answer.shown : undefined
}

/** What was told of a year stays so: a rate that changed by one right would tell of one person. */
async function rightsToldBefore(tx: Tx, period: string): Promise<number | undefined> {
  for (const { id } of (await datasetsOf(tx)).filter(({ layout }) => layout === 'own-work')) {
    const figures = await figuresOfIndicator(tx, id, rightsFound.indicator)
    const told = figures.find((one) => one.period === period && one.value !== null)
    if (told) return told.value ?? undefined
  }
  return undefined
}

/** Whole numbers only, and none of few checks or few rights found. */
function rightsFoundPer100({ found, checks }: { readonly found: number; readonly checks: number }): Value {
  if (checks === 0) return 'unknown'
  const isFew = found > 0 && found < sensitiveCounts.hideBelow
  return checks < sharesFrom || isFew ? 'hidden' : Math.round((found / checks) * 100)
}
