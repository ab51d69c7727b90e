import { frozenFigure } from '../../src/functions/neighbourhood-analysis/publishing/frozen-figure.ts'
import type { Contents } from '../../src/functions/neighbourhood-analysis/reports/contents/contents.ts'
import type { ReportToRead } from '../../src/functions/neighbourhood-analysis/reports/document/published-report.ts'

const shown = (value: number | 'hidden' | 'unknown', quality: 'exact' | 'approximate' = 'exact') =>
  frozenFigure({ value, quality })

const figure = {
  areaId: 'a',
  isKey: true,
  theme: null,
  kind: 'share',
  direction: 'context',
  unit: '%',
  interval: null,
} as const

const contents: Contents = {
  areas: [{ id: 'a', name: 'Molenwijk', edition: '2025', version: 1 }],
  map: {
    ...{ indicator: 'age65Share', name: '65+', unit: '%', period: '2025', sourceIds: ['s'] },
    sheet: {
      ...{ width: 100, height: 80, borders: '' },
      areas: {
        a: { path: 'M0 0h50v80h-50z', x: 25, y: 40, room: 40 },
        b: { path: 'M50 0h50v80h-50z', x: 75, y: 40, room: 40 },
      },
    },
    areas: [
      { id: 'a', name: 'Molenwijk', shown: shown(22.4), isChosen: true },
      { id: 'b', name: 'Heide', shown: shown('hidden'), isChosen: false },
    ],
  },
  figures: [
    {
      ...figure,
      ...{ indicator: 'age65Share', name: '65+', period: '2025', own: shown(22.4), sourceIds: ['s'] },
      ...{ municipality: shown(18.1), region: shown(20.6), compared: 'higher', interval: { low: 19, high: 26 } },
      trend: [
        { period: '2024', shown: shown(21.9) },
        { period: '2025', shown: shown(22.4) },
      ],
    },
    {
      ...{ ...figure, unit: '€', kind: 'median', indicator: 'medianTaxIncome', name: 'Mediaan', period: '2023' },
      ...{ own: shown(27_420, 'approximate'), municipality: shown('unknown'), region: null, compared: null },
      ...{ sourceIds: ['s'], trend: [] },
    },
  ],
  sources: [
    {
      ...{ id: 's', source: 'Statbel', licence: 'CC BY 4.0', retrievedOn: '2026-03-01' },
      ...{ fileName: 'bevolking.csv', sha256: 'a'.repeat(64) },
    },
  ],
  findings: [
    {
      ...{
        id: 'f1',
        kind: 'strength',
        statement: '=De bakker kent iedereen.',
        theme: 'contact',
        groups: ['olderPerson'],
      },
      ...{ areaIds: ['a'], evidence: 'voicesOnly', residentsSaid: null },
    },
    {
      ...{ id: 'f2', kind: 'need', statement: 'De bus rijdt te weinig.', theme: 'mobility', groups: [] },
      ...{ areaIds: ['a'], evidence: 'both', residentsSaid: 'Vooral op zondag.' },
    },
  ],
  places: [
    { kind: 'place', name: 'Het park', placeType: 'park', isFree: true, isFromOpenStreetMap: true },
    { kind: 'organisation', name: 'De fanfare', placeType: null, isFree: null, isFromOpenStreetMap: false },
  ],
  heard: [{ group: 'jobseeker', standing: 'notHeard' }],
}

/** A published report of one neighbourhood, with a figure of every kind. */
export const shownReport = (): ReportToRead => ({
  contents,
  report: {
    ...{
      id: '1',
      followsId: null,
      title: 'Zo leeft de Molenwijk',
      language: 'nl',
      aboutYear: 2026,
      state: 'published',
    },
    ...{ areaIds: ['a'], leftOutFindings: [], leftOutIndicators: [], gatheredAt: new Date('2026-03-02T08:00:00Z') },
    ...{
      editNumber: 5,
      changedBy: 'x',
      writtenBy: ['x'],
      startedOn: '2026-02-01',
      secondReader: 'y',
      readOn: '2026-03-03',
      readEdit: 5,
    },
    ...{ publishedOn: '2026-03-04', withdrawnOn: null, withdrawalReason: null, version: 7 },
  },
  texts: [{ part: 'summary', language: 'nl', text: 'U woont hier graag.\n\nDe bus rijdt te weinig.', version: 1 }],
  priorities: [
    {
      ...{
        id: 'p',
        place: 1,
        title: 'Een bank aan elke halte',
        why: 'Wie moe is, moet kunnen zitten.',
        findingIds: ['f2'],
      },
      ...{
        chosenBy: 'dots',
        residentsPresent: 34,
        dissent: null,
        followsId: null,
        progress: null,
        became: null,
        version: 1,
      },
    },
  ],
  meetings: [
    {
      ...{
        id: 'm',
        heldOn: '2026-02-20',
        heldAt: 'Buurthuis',
        invitedHow: 'Brief',
        peoplePresent: 34,
        groupsPresent: {},
      },
      ...{ confirmed: 'De bus.', corrected: null, added: null, version: 1 },
    },
  ],
  newer: undefined,
  translated: undefined,
})
