import { type IsoDate, isoDateIn } from '@meernet/calendar'
import {
  callsBefore,
  cardIdsOf,
  cardsEndedBefore,
  concernsDecidedBefore,
  eraseCalls,
  eraseCards,
  eraseConcerns,
  erasedWithCards,
  peopleWithCardSince,
  volunteersInPairs,
} from '../../functions/detection/index.ts'
import {
  caseIdsOf,
  casesClosedBefore,
  eraseCases,
  erasedInGuidance,
  peopleWithCaseSince,
} from '../../functions/guidance/index.ts'
import {
  eraseOccasions,
  erasePhotos,
  forgetSheets,
  occasionsEndedBefore,
  photosAddedBefore,
  sheetTables,
  surveysEndedBefore,
} from '../../functions/neighbourhood-analysis/index.ts'
import type { Tx } from '../../platform/database/transact.ts'
import { accountsLeftBefore, emptyAccounts, erasedInIdentity } from '../../platform/identity/index.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import { eraseAgreementsOf, heldInAgreements, peopleWithAgreementSince } from '../../registers/agreements/index.ts'
import { erasedInPeople, erasePeople, peopleUnchangedSince } from '../../registers/people/index.ts'
import {
  erasedInVolunteers,
  eraseReimbursements,
  eraseVolunteers,
  frozenAccounts,
  reimbursementsBefore,
  volunteersLeftBefore,
} from '../../registers/volunteers/index.ts'
import { eraseRequests, peopleWithOpenRequest, requestsAnsweredBefore } from '../rights-of-people/index.ts'

/** Rows deleted, by table. */
export type RowCounts = Readonly<Record<string, number>>
export type Ended = { readonly id: string; readonly closedOn: IsoDate }

/** A series the program can delete: what of it ended before a moment, and deleting it with all that belongs to it. */
export type ErasableSeries = {
  endedBefore(tx: Tx, zoneId: string, before: Date): Promise<readonly Ended[]>
  erase(tx: Tx, ids: readonly string[]): Promise<RowCounts>
}

/** By the name of the series in the register of fields. */
export const erasableSeries: Readonly<Record<SeriesName, ErasableSeries>> = {
  'cards and signals': { endedBefore: cardsEndedBefore, erase: eraseCards },
  'case files': {
    endedBefore: casesClosedBefore,
    erase: async (tx, ids) =>
      addedUp([await eraseCards(tx, await cardIdsOf(tx, { caseIds: ids })), await eraseCases(tx, ids)]),
  },
  'people in guidance': { endedBefore: peopleLeftAlone, erase: eraseWholePeople },
  'safety concerns': { endedBefore: concernsDecidedBefore, erase: eraseConcerns },
  'requests about own data': { endedBefore: requestsAnsweredBefore, erase: eraseRequests },
  volunteers: { endedBefore: volunteersOutOfPairs, erase: eraseVolunteers },
  'volunteer reimbursements': { endedBefore: reimbursementsBefore, erase: eraseReimbursements },
  'calls of visitors': { endedBefore: callsOfOthersBefore, erase: eraseCalls },
  'survey answers': { endedBefore: surveysEndedBefore, erase: forgetSheets },
  'pictures of walks': { endedBefore: photosAddedBefore, erase: erasePhotos },
  'people heard': { endedBefore: occasionsEndedBefore, erase: eraseOccasions },
  'accounts of staff and volunteers': { endedBefore: accountsThatWereLeft, erase: emptyAccounts },
}

/** What is deleted in two steps, by the names that rules, proposals, certificates and the journal keep: renaming one loses its history. */
export const seriesNames = [
  'cards and signals',
  'case files',
  'people in guidance',
  'safety concerns',
  'requests about own data',
  'volunteers',
  'volunteer reimbursements',
  'calls of visitors',
  'survey answers',
  'pictures of walks',
  'people heard',
  'accounts of staff and volunteers',
] as const
export type SeriesName = (typeof seriesNames)[number]

/** The tables from which deleting in two steps takes rows; every other table with personal data goes by itself or says why it stays. */
export const erasedTables = (): ReadonlySet<string> =>
  new Set([
    ...erasedWithCards(),
    ...erasedInGuidance(),
    ...erasedInPeople,
    ...heldInAgreements,
    ...erasedInVolunteers(),
    ...erasedInIdentity,
    ...sheetTables,
    'analysis.walk_photo',
    'analysis.heard_occasion',
    'analysis.heard_tally',
    'detection.safety_concern',
    'detection.visit_call',
    'rights.request',
  ])

/** Everything of these people, over all modules, what hangs on something first. */
async function eraseWholePeople(tx: Tx, ids: readonly string[]): Promise<RowCounts> {
  const caseIds = await caseIdsOf(tx, ids)
  return addedUp([
    await eraseCards(tx, await cardIdsOf(tx, { personIds: ids, caseIds })),
    await eraseCases(tx, caseIds),
    await eraseAgreementsOf(tx, ids),
    await erasePeople(tx, ids),
  ])
}

/** People of whom nothing happened since: no case, card, agreement or request that is open or younger. */
async function peopleLeftAlone(tx: Tx, zoneId: string, before: Date): Promise<readonly Ended[]> {
  const people = await peopleUnchangedSince(tx, zoneId, before)
  const ids = people.map(({ id }) => id)
  const busy = [
    await peopleWithCaseSince(tx, ids, before),
    await peopleWithCardSince(tx, ids, before),
    await peopleWithAgreementSince(tx, ids, isoDateIn(municipalTimeZone, before)),
    await peopleWithOpenRequest(tx, ids),
  ]
  return people.filter(({ id }) => busy.every((some) => !some.has(id)))
}

/** Volunteers who left, but for those who still stand in the lists of a campaign: those lists go first. */
async function volunteersOutOfPairs(tx: Tx, zoneId: string, before: Date): Promise<readonly Ended[]> {
  const left = await volunteersLeftBefore(tx, zoneId, before)
  const busy = await volunteersInPairs(
    tx,
    left.map(({ id }) => id),
  )
  return left.filter(({ id }) => !busy.has(id))
}

/** Calls of visitors, but of those whose file is frozen. */
async function callsOfOthersBefore(tx: Tx, zoneId: string, before: Date): Promise<readonly Ended[]> {
  const frozen = await frozenAccounts(tx)
  return (await callsBefore(tx, zoneId, before)).filter(({ visitorId }) => !frozen.has(visitorId))
}

/** Accounts of who left, but of those whose file as a volunteer is frozen. */
async function accountsThatWereLeft(tx: Tx, zoneId: string, before: Date): Promise<readonly Ended[]> {
  const frozen = await frozenAccounts(tx)
  return (await accountsLeftBefore(tx, zoneId, before)).filter(({ id }) => !frozen.has(id))
}

function addedUp(counts: readonly RowCounts[]): RowCounts {
  const sum: Record<string, number> = {}
  for (const [table, count] of counts.flatMap((one) => Object.entries(one))) sum[table] = (sum[table] ?? 0) + count
  return sum
}
