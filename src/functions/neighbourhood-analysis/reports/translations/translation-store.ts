import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Change, Translated, Translation } from './translation.ts'

/** A report in its other languages, as far as the actor may see them; with `language` in that one only. */
export async function translationsOf(tx: Tx, reportId: string, language?: string): Promise<readonly Translation[]> {
  let heads = tx.db
    .selectFrom('analysis.report_translation')
    .select(['language', 'changed_by', 'added_on', 'version'])
    .where('report_id', '=', reportId)
  let passages = tx.db
    .selectFrom('analysis.translated_passage')
    .select(['language', 'passage', 'is_awaiting', 'text', 'translated_from'])
    .where('report_id', '=', reportId)
  if (language !== undefined) {
    heads = heads.where('language', '=', language)
    passages = passages.where('language', '=', language)
  }
  const kept = await passages.execute()
  const rows = await heads.orderBy('language').execute()
  return rows.map((row) => ({
    language: row.language,
    changedBy: row.changed_by,
    addedOn: row.added_on,
    version: row.version,
    read: wordsIn(kept.filter((one) => one.language === row.language && !one.is_awaiting)),
    awaiting: wordsIn(kept.filter((one) => one.language === row.language && one.is_awaiting)),
  }))
}

/** A report in one language; nothing when nobody translated it. */
export async function translationOf(tx: Tx, reportId: string, language: string): Promise<Translation | undefined> {
  const [translation] = await translationsOf(tx, reportId, language)
  return translation
}

/** Published reports with something that was translated since, and waits for a second reader. */
export async function awaitedTranslations(
  tx: Tx,
): Promise<readonly { readonly reportId: string; readonly language: string; readonly changedBy: string }[]> {
  const rows = await tx.db
    .selectFrom('analysis.report_translation as t')
    .innerJoin('analysis.report as r', (join) =>
      join.onRef('r.municipality_id', '=', 't.municipality_id').onRef('r.id', '=', 't.report_id'),
    )
    .select(['t.report_id', 't.language', 't.changed_by'])
    .where('r.state', '=', 'published')
    .where(sql<boolean>`exists (select from analysis.translated_passage p where p.municipality_id = t.municipality_id
      and p.report_id = t.report_id and p.language = t.language and p.is_awaiting)`)
    .orderBy('t.report_id')
    .orderBy('t.language')
    .execute()
  return rows.map((row) => ({ reportId: row.report_id, language: row.language, changedBy: row.changed_by }))
}

type Place = { readonly reportId: string; readonly language: string; readonly version: number }

/** Says that somebody writes in a translation; version 0 begins it. False when somebody else wrote in it since. */
export async function noteWriting(tx: Tx, place: Place, changedBy: string): Promise<boolean> {
  const { reportId, language, version } = place
  if (version === 0) {
    const made = await tx.db
      .insertInto('analysis.report_translation')
      .values({ municipality_id: tx.actor.municipalityId, report_id: reportId, language, changed_by: changedBy })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const changed = await tx.db
    .updateTable('analysis.report_translation')
    .set({ changed_by: changedBy, version: version + 1 })
    .where('report_id', '=', reportId)
    .where('language', '=', language)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/**
 * Keeps pieces of a translation: for readers, or with `isAwaiting` for the second reader. What is taken away is gone for both, for nobody
 * has to look whether something can be recognised in what is not there.
 */
export async function savePassages(
  tx: Tx,
  { reportId, language }: Omit<Place, 'version'>,
  changes: readonly Change[],
  isAwaiting: boolean,
): Promise<void> {
  const gone = changes.filter(({ translated }) => translated === undefined).map(({ key }) => key)
  if (gone.length > 0)
    await tx.db
      .deleteFrom('analysis.translated_passage')
      .where('report_id', '=', reportId)
      .where('language', '=', language)
      .where(sql<boolean>`passage = any(${gone}::text[])`)
      .execute()
  const rows = changes.flatMap(({ key, translated }) =>
    translated
      ? [
          {
            ...{ municipality_id: tx.actor.municipalityId, report_id: reportId, language, passage: key },
            ...{ is_awaiting: isAwaiting, text: translated.text, translated_from: translated.from },
          },
        ]
      : [],
  )
  if (rows.length === 0) return
  await tx.db
    .insertInto('analysis.translated_passage')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['municipality_id', 'report_id', 'language', 'passage', 'is_awaiting']).doUpdateSet((eb) => ({
        text: eb.ref('excluded.text'),
        translated_from: eb.ref('excluded.translated_from'),
      })),
    )
    .execute()
}

/** What waited for a second reader goes out, in the place of what was there. False when somebody wrote in it since. */
export async function bringOut(
  tx: Tx,
  { reportId, language, version }: Place,
  by: { readonly reader: string; readonly today: string },
): Promise<boolean> {
  const read = await tx.db
    .updateTable('analysis.report_translation')
    .set({ second_reader: by.reader, added_on: by.today, version: version + 1 })
    .where('report_id', '=', reportId)
    .where('language', '=', language)
    .where('version', '=', version)
    .executeTakeFirst()
  if (read.numUpdatedRows === 0n) return false
  await tx.db
    .deleteFrom('analysis.translated_passage as p')
    .where('report_id', '=', reportId)
    .where('language', '=', language)
    .where('is_awaiting', '=', false)
    .where(sql<boolean>`exists (select from analysis.translated_passage w where w.municipality_id = p.municipality_id
      and w.report_id = p.report_id and w.language = p.language and w.passage = p.passage and w.is_awaiting)`)
    .execute()
  await tx.db
    .updateTable('analysis.translated_passage')
    .set({ is_awaiting: false })
    .where('report_id', '=', reportId)
    .where('language', '=', language)
    .where('is_awaiting', '=', true)
    .execute()
  return true
}

type Row = { readonly passage: string; readonly text: string; readonly translated_from: string | null }

const wordsIn = (rows: readonly Row[]): ReadonlyMap<string, Translated> =>
  new Map(rows.map(({ passage, text, translated_from }) => [passage, { text, from: translated_from }]))
