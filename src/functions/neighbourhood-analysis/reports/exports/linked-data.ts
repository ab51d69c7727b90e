import type { Value } from '@meernet/statistics'
import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { ReportFigure } from '../contents/contents.ts'
import { nameOfFigure } from '../document/figure-words.ts'
import { peopleAtLeast } from '../document/people-at-least.ts'
import { type ReportToRead, sourceOf } from '../document/published-report.ts'
import { fileNames } from '../document/report-document.tsx'
import { passageKey } from '../translations/passages.ts'

type Described = {
  readonly t: Texts
  readonly toRead: ReportToRead
  readonly municipality: PublicMunicipality
  /** Address of the document, without a slash at the end. */
  readonly address: string
}

/**
 * A report as linked data (JSON-LD 1.1) in terms that exist: DCAT for the dataset and its files, the RDF Data Cube and schema.org for
 * figures, PROV and Dublin Core for where they come from, OSLO (generiek, organisatie) for areas, body and document. The context stands in
 * the file, so that nothing has to be fetched to read it.
 */
export function linkedReport({ t, toRead, municipality, address }: Described): Readonly<Record<string, unknown>> {
  const { report, contents, priorities } = toRead
  const names = new Map(contents.areas.map(({ id, name }) => [id, name]))
  const body = {
    '@id': `${new URL(address).origin}/in/${municipality.slug}`,
    '@type': ['org:Organization', 'schema:GovernmentOrganization'],
    'schema:name': municipality.name,
  }
  return {
    '@context': context,
    '@id': address,
    '@type': ['dcat:Dataset', 'schema:Dataset', 'foaf:Document'],
    'dct:title': inLanguages(toRead, 'title', sourceOf(toRead, 'title')),
    'dct:description': inLanguages(toRead, 'summary', sourceOf(toRead, 'summary')),
    'dct:language': report.language,
    'dct:issued': day(report.publishedOn),
    'dct:temporal': String(report.aboutYear),
    'dct:publisher': body,
    'dct:rights': [...new Set(contents.sources.map(({ source, licence }) => `${source}: ${licence}`))],
    'dct:spatial': contents.areas.map(({ id, name, edition }) => ({
      '@id': areaId(address, id),
      '@type': ['dct:Location', 'schema:Place'],
      'rdfs:label': name,
      'schema:name': name,
      ...(edition && { 'dct:temporal': edition }),
    })),
    'prov:wasRevisionOf': report.followsId ? { '@id': address.replace(report.id, report.followsId) } : undefined,
    'dcat:distribution': (['pdf', 'csv', 'xlsx'] as const).map((file) => ({
      '@type': ['dcat:Distribution', 'schema:DataDownload'],
      'dcat:accessURL': { '@id': `${address}/${fileNames[file]}` },
      'dcat:mediaType': mediaTypes[file],
    })),
    'dct:source': contents.sources.map(({ id, source, licence, retrievedOn, fileName, sha256 }) => ({
      '@id': sourceId(address, id),
      '@type': ['prov:Entity', 'dcat:Dataset'],
      'dct:publisher': source,
      'dct:rights': licence,
      'dct:license': licences[licence] && { '@id': licences[licence] },
      'schema:dateModified': day(retrievedOn),
      'schema:name': fileName,
      'spdx:checksumValue': sha256,
    })),
    'schema:hasPart': [
      ...contents.figures.map((figure, at) =>
        observation(t, address, figure, at, names.get(figure.areaId) ?? municipality.name),
      ),
      ...contents.findings.map(({ id, kind, statement, theme }) => ({
        '@id': `${address}#finding-${id}`,
        '@type': ['generiek:DocumentOnderdeel', 'schema:Claim'],
        'dct:type': kind,
        'dct:subject': theme,
        'schema:text': inLanguages(toRead, passageKey('finding', id, 'statement'), statement),
      })),
      ...priorities.map(({ id, title, why, residentsPresent }) => ({
        '@id': `${address}#priority-${id}`,
        '@type': ['generiek:DocumentOnderdeel', 'schema:PlanAction'],
        'schema:name': inLanguages(toRead, passageKey('priority', id, 'title'), title),
        'schema:description': inLanguages(toRead, passageKey('priority', id, 'why'), why),
        'schema:minimumAttendeeCount': peopleAtLeast(residentsPresent),
      })),
    ],
  }
}

function observation(t: Texts, address: string, figure: ReportFigure, at: number, areaName: string) {
  return {
    '@id': `${address}#figure-${at + 1}`,
    '@type': ['qb:Observation', 'schema:Observation'],
    'schema:observationAbout': { '@id': areaId(address, figure.areaId), 'schema:name': areaName },
    'schema:variableMeasured': {
      '@id': `${address}#indicator-${encodeURIComponent(figure.indicator)}`,
      '@type': ['qb:MeasureProperty', 'schema:StatisticalVariable'],
      'schema:name': nameOfFigure(t, figure),
    },
    'schema:observationDate': figure.period,
    'schema:unitText': figure.unit,
    ...valueIn(figure.own.value),
    'sdmx:obsStatus': statusOf(figure),
    ...(figure.interval && {
      'schema:marginOfError': {
        '@type': 'schema:QuantitativeValue',
        'schema:minValue': figure.interval.low,
        'schema:maxValue': figure.interval.high,
      },
    }),
    'prov:wasDerivedFrom': figure.sourceIds.map((id) => ({ '@id': sourceId(address, id) })),
  }
}

/** A text as it was written, and beside it as it was translated into the language that is asked for. */
function inLanguages({ report, translated }: ReportToRead, key: string, source: string | undefined) {
  if (source === undefined) return undefined
  const written = { '@value': source, '@language': report.language }
  const words = translated?.words.get(key)
  return translated && words !== undefined ? [written, { '@value': words, '@language': translated.language }] : written
}

/** What is hidden or missing has no value at all: a reader may not take it for nought. */
const valueIn = (value: Value) => (typeof value === 'number' ? { 'schema:value': value } : {})

/** Codes of SDMX: A normal, E estimated, Q suppressed, M missing. Source: SDMX code list CL_OBS_STATUS 2.2. */
function statusOf({ own }: ReportFigure): 'A' | 'E' | 'Q' | 'M' {
  if (own.value === 'hidden') return 'Q'
  if (typeof own.value !== 'number') return 'M'
  return own.quality === 'approximate' ? 'E' : 'A'
}

const areaId = (address: string, id: string | null) => `${address}#area-${id ?? 'municipality'}`
const sourceId = (address: string, id: string) => `${address}#source-${id}`
const day = (iso: string | null) => (iso ? { '@value': iso, '@type': 'xsd:date' } : undefined)

/** Addresses of licences that publishers of figures name; others are told in words only. */
const licences: Readonly<Record<string, string>> = {
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  CC0: 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'ODbL 1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
  'ODbL, © OpenStreetMap contributors': 'https://opendatacommons.org/licenses/odbl/1-0/',
}

const mediaTypes = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  generiek: 'https://data.vlaanderen.be/ns/generiek#',
  org: 'http://www.w3.org/ns/org#',
  prov: 'http://www.w3.org/ns/prov#',
  qb: 'http://purl.org/linked-data/cube#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  sdmx: 'http://purl.org/linked-data/sdmx/2009/attribute#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const
