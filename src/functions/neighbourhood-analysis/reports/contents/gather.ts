import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../../platform/database/transact.ts'
import { municipalityById } from '../../../../registers/municipalities/index.ts'
import { neighbourhoodsOf } from '../../../../registers/places/index.ts'
import { assetsOf } from '../../assets/assets-of.ts'
import { evidenceStanding, type Finding, heldBack } from '../../findings/finding.ts'
import { findingsOf } from '../../findings/finding-store.ts'
import { heardSummary } from '../../heard/heard-summary.ts'
import { type AreaProfile, isKeyFigure, municipalityProfile, profileOf } from '../../indicators/profile.ts'
import type { FigureLine, ToldFigure } from '../../indicators/shown-line.ts'
import type { Report } from '../report.ts'
import {
  type Contents,
  keyFigures,
  type ReportArea,
  type ReportFigure,
  type ReportFinding,
  type ReportPlace,
  type ReportSource,
  type ReportVoice,
} from './contents.ts'
import { mapOf } from './gather-map.ts'

type Asked = Pick<Report, 'areaIds' | 'aboutYear' | 'leftOutFindings' | 'leftOutIndicators'>

/**
 * Puts together what is known today of the neighbourhoods of a report, of all neighbourhoods when it is about the whole municipality.
 * Figures come as they may be shown; findings that nobody may publish yet stay out.
 */
export async function gatherContents(tx: Tx, report: Asked, today: IsoDate): Promise<Contents> {
  const areas = await areasOf(tx, report.areaIds)
  const profiles: OfArea[] = []
  for (const { id } of areas) {
    const profile = id === null ? await municipalityProfile(tx) : await profileOf(tx, id)
    if (profile) profiles.push({ ...profile, areaId: id })
  }
  const figures = profiles.flatMap(figuresIn).filter(({ indicator }) => !report.leftOutIndicators.includes(indicator))
  const findings = await publishableFindings(tx, report)
  const map = await mapOf(tx, areas, keyFigures({ figures }))
  const used = new Set([...figures, ...(map ? [map] : [])].flatMap(({ sourceIds }) => sourceIds))
  return {
    areas,
    map,
    figures,
    sources: sourcesIn(profiles).filter(({ id }) => used.has(id)),
    findings: findings.filter(({ id }) => !report.leftOutFindings.includes(id)),
    places: await placesIn(tx, areas, report.areaIds.length === 0),
    heard: await voicesOf(tx, report, today),
  }
}

/** The neighbourhoods of a report by name; when it names none the municipality, and all living neighbourhoods of the newest edition. */
async function areasOf(tx: Tx, ids: readonly string[]): Promise<readonly ReportArea[]> {
  const found = await neighbourhoodsOf(tx, ids.length > 0 ? { ids } : {})
  const areas = found.map(({ id, name, edition, version }) => ({ id, name, edition, version }))
  if (ids.length > 0) return areas
  const name = (await municipalityById(tx.db, tx.actor.municipalityId))?.name ?? ''
  return [{ id: null, name, edition: null, version: null }, ...areas]
}

type OfArea = AreaProfile & { readonly areaId: string | null }

const figuresIn = ({ areaId, lines }: OfArea): readonly ReportFigure[] => lines.map((line) => figureFrom(areaId, line))

function figureFrom(areaId: string | null, line: FigureLine): ReportFigure {
  const { definition, period, own, beside, interval, compared, trend } = line
  const idsOf = (figures: readonly (ToldFigure | undefined)[]) => [
    ...new Set(figures.flatMap((figure) => figure?.datasetIds ?? [])),
  ]
  const shownNow = [own, ...Object.values(beside)]
  return {
    areaId,
    indicator: definition.key,
    name: definition.nameInFile,
    theme: definition.theme ?? null,
    isKey: isKeyFigure(line),
    unit: definition.unit,
    kind: definition.kind,
    direction: definition.direction,
    period,
    own: own.shown,
    municipality: beside.municipality?.shown ?? null,
    region: beside.region?.shown ?? null,
    interval: interval ?? null,
    ...comparedIn(compared),
    trend: trend.flatMap((point) =>
      point.own
        ? [
            {
              period: point.period,
              shown: point.own.shown,
              municipality: point.municipality?.shown ?? null,
              sourceIds: idsOf([point.own]),
            },
          ]
        : [],
    ),
    sourceIds: idsOf([...shownNow, ...trend.map((point) => point.own)]),
    ownSourceIds: idsOf(shownNow),
  }
}

/** The country is no yardstick for a neighbourhood. */
const comparedIn = (compared: FigureLine['compared']): Pick<ReportFigure, 'compared' | 'comparedTo'> =>
  compared === undefined || compared.to === 'country'
    ? { compared: null }
    : { compared: compared.said, comparedTo: compared.to }

function sourcesIn(profiles: readonly AreaProfile[]): readonly ReportSource[] {
  const sources = new Map(profiles.flatMap((profile) => profile.sources.map((source) => [source.id, source] as const)))
  return [...sources.values()].map(({ id, source, licence, retrievedOn, fileName, sha256 }) => ({
    ...{ id, source, licence, retrievedOn, fileName, sha256 },
  }))
}

/** What has a name of its own and lies in one of the neighbourhoods; of the whole municipality also what lies nowhere known. */
async function placesIn(tx: Tx, areas: readonly ReportArea[], isWhole: boolean): Promise<readonly ReportPlace[]> {
  const ids = new Set(areas.map(({ id }) => id))
  const assets = await assetsOf(tx, { kinds: publicKinds })
  return assets.flatMap(({ kind, name, placeType, isFree, origin, neighbourhoodIds }) => {
    const isHere = isWhole || neighbourhoodIds.some((id) => ids.has(id))
    const publicKind = publicKinds.find((one) => one === kind)
    if (!isHere || !publicKind || name === null) return []
    return [{ kind: publicKind, name, placeType, isFree, isFromOpenStreetMap: origin === 'openStreetMap' }]
  })
}

const publicKinds = ['place', 'organisation', 'service'] as const

/** Who was heard in the year of the report: of its neighbourhood, or of the municipality when it is about several. */
async function voicesOf(tx: Tx, { areaIds, aboutYear }: Asked, today: IsoDate): Promise<readonly ReportVoice[]> {
  const [neighbourhoodId] = areaIds.length === 1 ? areaIds : []
  const { groups } = await heardSummary(tx, { neighbourhoodId, year: aboutYear, today })
  return groups.map(({ group, standing }) => ({ group, standing }))
}

/** Strengths first, each once, those that may go public (P14). */
async function publishableFindings(tx: Tx, { areaIds }: Asked): Promise<readonly ReportFinding[]> {
  const found: Finding[] = []
  for (const neighbourhoodId of areaIds.length > 0 ? areaIds : [undefined])
    found.push(...(await findingsOf(tx, { neighbourhoodId, sort: 'theme' })))
  const once = new Map(found.map((finding) => [finding.id, finding]))
  return [...once.values()]
    .filter((finding) => heldBack(finding) === undefined)
    .toSorted((one, other) => kindOrder.indexOf(one.kind) - kindOrder.indexOf(other.kind))
    .map(findingFrom)
}

const kindOrder = ['strength', 'need', 'gap']

const findingFrom = (finding: Finding): ReportFinding => ({
  id: finding.id,
  kind: finding.kind,
  statement: finding.statement,
  theme: finding.theme,
  groups: finding.groups,
  areaIds: finding.neighbourhoodIds,
  evidence: evidenceStanding(finding.evidence),
  residentsSaid: finding.residentsSaid,
})
