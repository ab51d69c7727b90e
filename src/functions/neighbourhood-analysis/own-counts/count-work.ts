import { sensitiveCounts, sharesFrom, type Table, type Value } from '@meernet/statistics'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'
import { type Neighbourhood, neighbourhoodsOf } from '../../../registers/places/index.ts'
import { catalogueIndicator } from '../catalogue.ts'
import type { ToPublish } from '../publishing/publication.ts'
import { publicationsOf } from '../publishing/publication-store.ts'
import { publish } from '../publishing/publish.ts'
import { type PublishedTable, publishedTable } from '../publishing/published-table.ts'
import { countedNeighbourhood } from './counted-neighbourhood.ts'
import type { CountedArea, OwnCount, OwnFigure } from './own-dataset.ts'
import { ownEdition } from './own-edition.ts'
import type { ByNeighbourhood, WorkCounts } from './work-counts.ts'

type Asked = {
  readonly workCounts: WorkCounts
  /** A calendar year that is over: what is published of it does not change any more. */
  readonly year: number
  readonly nisCode: string
  readonly municipality: string
  readonly source: string
}

const indicators = [
  { indicator: 'signalCount', kind: 'count', unit: 'signals' },
  { indicator: 'serviceGap', kind: 'count', unit: 'count' },
  { indicator: 'rightsFoundPer100Checks', kind: 'rate', unit: 'count' },
] as const

const whole = 'municipality'
const elsewhere = 'elsewhere'

/**
 * What the functions did in a year as figures beside the published ones, protected as our own sensitive data and noted as published to
 * everybody, for an analysis that residents read shows them. NOTE in a transaction of the program, over the zones of all controllers.
 */
export async function countWork(tx: Tx, { workCounts, year, nisCode, municipality, source }: Asked): Promise<OwnCount> {
  const town: CountedArea = { level: 'municipality', edition: ownEdition, code: nisCode, name: municipality }
  const period = String(year)
  const figures: OwnFigure[] = []
  for (const [indicator, count] of [
    ['signalCount', workCounts.signals],
    ['serviceGap', workCounts.gaps],
  ] as const) {
    const counts = await count(tx, year)
    const known = await neighbourhoodsOf(tx, { ids: counts.flatMap(({ neighbourhoodId }) => neighbourhoodId ?? []) })
    const shown = await publishedOnce(tx, {
      measure: `${indicator} ${period}`,
      title: `${catalogueIndicator(indicator)?.labels.nl ?? indicator} ${period}`,
      table: tableOf(counts, known),
      labels: labelsOf(known, municipality),
    })
    if (!shown) continue
    figures.push({ indicator, area: town, period, value: shown.at(whole).value })
    for (const one of known)
      figures.push({ indicator, area: countedNeighbourhood(one), period, value: shown.at(one.id).value })
  }
  const rights = rightsFoundPer100(await workCounts.rights(tx, year))
  figures.push({ indicator: 'rightsFoundPer100Checks', area: town, period, value: rights })
  return { layout: 'own-work', source, licence: 'CC0', indicators, figures }
}

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

function tableOf(counts: ByNeighbourhood, known: readonly Neighbourhood[]): Table {
  const ids = [...known.map(({ id }) => id), elsewhere]
  const isKnown = new Set(ids)
  const byArea = new Map<string, number>()
  for (const { neighbourhoodId, count } of counts) {
    const area = isKnown.has(neighbourhoodId ?? '') ? (neighbourhoodId ?? '') : elsewhere
    byArea.set(area, (byArea.get(area) ?? 0) + count)
  }
  return {
    dimensions: [{ id: 'area', categories: [{ id: whole }, ...ids.map((id) => ({ id, within: [whole] }))] }],
    cells: [...byArea].map(([area, value]) => ({ at: [area], value })),
  }
}

const labelsOf = (known: readonly Neighbourhood[], municipality: string) => ({
  ...Object.fromEntries(known.map(({ id, name }) => [id, name])),
  [whole]: municipality,
  [elsewhere]: '–',
})

/** Whole numbers only, and none of few checks or few rights found. */
function rightsFoundPer100({ found, checks }: { readonly found: number; readonly checks: number }): Value {
  if (checks === 0) return 'unknown'
  const isFew = found > 0 && found < sensitiveCounts.hideBelow
  return checks < sharesFrom || isFew ? 'hidden' : Math.round((found / checks) * 100)
}
