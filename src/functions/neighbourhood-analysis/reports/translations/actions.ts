import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { audit, changed, type Done } from '../open-report.ts'
import { isOpen, type Report } from '../report.ts'
import { lockReport, noteEdit } from '../report-store.ts'
import { type Passage, passageKey, passagesOf } from './passages.ts'
import { toldIn } from './told-report.ts'
import { type Change, changesIn, lastWritten, mayReadTranslation, mayTranslate, type Typed } from './translation.ts'
import { bringOut, noteWriting, savePassages, translationOf, translationsOf } from './translation-store.ts'

type Needs = { readonly transact: Transact }

/** What somebody wrote in a language, and the version it was written on. */
export type Written = {
  readonly language: string
  readonly version: number
  readonly typed: ReadonlyMap<string, Typed>
}

/**
 * Keeps what was translated. Of a report that is being made it goes out with the report, after the second reader of the whole; of a
 * published one it waits for a second reader of its own.
 */
export const writeTranslation = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  { language, version, typed }: Written,
): Promise<Done> =>
  inReport(transact, actor, id, async (tx, report) => {
    const translation = await translationOf(tx, id, language)
    if ((translation?.version ?? 0) !== version) return changed
    const changes = changesIn(passagesOf(await toldIn(tx, report)), translation, typed)
    if (changes.length === 0) return { kind: 'done' }
    if (!(await noteWriting(tx, { reportId: id, language, version }, actor.userId))) return changed
    await savePassages(tx, { reportId: id, language }, changes, !isOpen(report))
    if (isOpen(report)) await noteEdit(tx, id, actor.userId)
    return audit(tx, 'translate analysis', id)
  })

/** Answers that nobody can be recognised in what was translated since a report was published; refuses who wrote it (P14). */
export const readTranslation = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  { language, version, today }: { readonly language: string; readonly version: number; readonly today: IsoDate },
): Promise<Done> =>
  inReport(transact, actor, id, async (tx) => {
    const translation = await translationOf(tx, id, language)
    if (translation?.version !== version) return changed
    if (!mayReadTranslation(translation, actor.userId))
      return { kind: 'refused', field: 'isUnrecognisable', reason: 'analysis.reports.error.ownText' }
    const isOut = await bringOut(tx, { reportId: id, language, version }, { reader: actor.userId, today })
    return isOut ? audit(tx, 'second read analysis', id) : changed
  })

/** Takes the translations of a report along into the one that is opened out of it; `newPriorityIds` by the old ones. */
export async function carryTranslations(
  tx: Tx,
  from: Report,
  to: { readonly id: string; readonly by: string },
  newPriorityIds: ReadonlyMap<string, string>,
): Promise<void> {
  const passages = passagesOf(await toldIn(tx, from))
  for (const translation of await translationsOf(tx, from.id)) {
    const carried = passages.flatMap((passage): readonly Change[] => {
      const translated = lastWritten(translation, passage.key)
      return translated ? [{ key: carriedKey(passage, newPriorityIds), translated }] : []
    })
    if (carried.length === 0) continue
    const place = { reportId: to.id, language: translation.language, version: 0 }
    await noteWriting(tx, place, to.by)
    await savePassages(tx, place, carried, false)
  }
}

function carriedKey({ key }: Passage, newPriorityIds: ReadonlyMap<string, string>): string {
  const [thing, id = '', field = ''] = key.split('.')
  return thing === 'priority' ? passageKey(thing, newPriorityIds.get(id) ?? id, field) : key
}

function inReport(
  transact: Transact,
  actor: StaffActor,
  id: string,
  work: (tx: Tx, report: Report) => Promise<Done>,
): Promise<Done> {
  return transact(actor, async (tx) => {
    const report = await lockReport(tx, id)
    if (!report) return { kind: 'missing' }
    return mayTranslate(report) ? work(tx, report) : { kind: 'closed' }
  })
}
