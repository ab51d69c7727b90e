import type { Texts } from '../../../../platform/messages/index.ts'
import { workbookOf } from '../../../../platform/spreadsheet/workbook.ts'
import { peopleAtLeast } from '../document/people-at-least.ts'
import type { ReportToRead } from '../document/published-report.ts'
import { type Cell, figureRows } from './figure-rows.ts'

/** Everything a report shows as a workbook: figures with their sources, findings, priorities, places, and the files they come from. */
export function reportWorkbook(t: Texts, toRead: ReportToRead): Promise<Uint8Array> {
  return workbookOf([
    { name: 'figures', rows: figureRows(t, toRead) },
    { name: 'findings', rows: findingRows(toRead) },
    { name: 'priorities', rows: priorityRows(toRead) },
    { name: 'places', rows: placeRows(toRead) },
    { name: 'sources', rows: sourceRows(toRead) },
  ])
}

const findingRows = ({ contents }: ReportToRead): readonly (readonly Cell[])[] => [
  ['kind', 'theme', 'groups', 'statement', 'evidence', 'residentsSaid'],
  ...contents.findings.map(({ kind, theme, groups, statement, evidence, residentsSaid }) => [
    ...[kind, theme, groups.join(' | '), statement, evidence, residentsSaid],
  ]),
]

const priorityRows = ({ priorities }: ReportToRead): readonly (readonly Cell[])[] => [
  ['place', 'title', 'why', 'chosenBy', 'residentsAtLeast', 'progress', 'became'],
  ...priorities.map(({ place, title, why, chosenBy, residentsPresent, progress, became }) => [
    ...[place, title, why, chosenBy, peopleAtLeast(residentsPresent) ?? 'hidden', progress, became],
  ]),
]

const placeRows = ({ contents }: ReportToRead): readonly (readonly Cell[])[] => [
  ['kind', 'placeType', 'name', 'isFree', 'source'],
  ...contents.places.map(({ kind, placeType, name, isFree, isFromOpenStreetMap }) => [
    ...[kind, placeType, name, isFree === null ? '' : String(isFree)],
    isFromOpenStreetMap ? 'OpenStreetMap, ODbL 1.0' : '',
  ]),
]

const sourceRows = ({ contents }: ReportToRead): readonly (readonly Cell[])[] => [
  ['source', 'licence', 'retrievedOn', 'file', 'sha256'],
  ...contents.sources.map(({ source, licence, retrievedOn, fileName, sha256 }) => [
    ...[source, licence, retrievedOn, fileName, sha256],
  ]),
]
