import type { SentCard, VisitorRound } from '../../functions/detection/contract.ts'
import type { CheckAtDoor } from '../../functions/guidance/contract.ts'
import { forgetDue, type PhoneDatabase } from '../device/phone-database.ts'
import type { OpenAll } from '../device/sealing.ts'
import { readActs, readRecords } from './notebook-store.ts'
import type { BegunCheck, CardDraft, NotedVisit, Page, Self } from './page.ts'

/** What opens sealed records and acts, each once. */
export type Opening = { readonly records: OpenAll; readonly acts: OpenAll }

/** All this phone holds at `now`, opened; what is due is forgotten first. */
export async function readPage(db: PhoneDatabase, opening: Opening, now: Date): Promise<Omit<Page, 'sync' | 'clock'>> {
  // A phone too full to forget still opens; what is due is not shown.
  await forgetDue(db, now).catch(() => 0)
  const [records, acts] = await Promise.all([readRecords(db, opening.records, now), readActs(db, opening.acts)])
  // What was sealed here was written by this app: its shapes are its own.
  const all = <Value>(folder: string) =>
    [...records].filter(([place]) => place.startsWith(`${folder}/`)).map(([, value]) => value as Value)
  return {
    self: records.get('self') as Self | undefined,
    rounds: all<VisitorRound>('round').toSorted((a, b) => a.day.localeCompare(b.day)),
    visits: all<NotedVisit>('visit'),
    drafts: all<CardDraft>('draft'),
    checks: all<BegunCheck>('check'),
    rightsPlace: records.get('rightsPlace') as CheckAtDoor | undefined,
    cards: (records.get('cards') as readonly SentCard[] | undefined) ?? [],
    acts,
  }
}
