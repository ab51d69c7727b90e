import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Priority, Progress, ReportText, TextPart, ValidationMeeting, WayOfChoosing } from './report.ts'

/** The parts of a report in all languages. */
export async function textsOf(tx: Tx, reportId: string): Promise<readonly ReportText[]> {
  const rows = await tx.db
    .selectFrom('analysis.report_text')
    .select(['part', 'language', 'text', 'version'])
    .where('report_id', '=', reportId)
    .orderBy('part')
    .orderBy('language')
    .execute()
  return rows.map((row) => ({ ...row, part: row.part as TextPart }))
}

type TextToSave = ReportText & { readonly reportId: string; readonly changedBy: string }

/** Keeps a part; version 0 says that there was none. False when somebody else changed it since. */
export async function saveText(tx: Tx, text: TextToSave): Promise<boolean> {
  const { reportId, part, language, version, changedBy } = text
  if (version === 0) {
    const made = await tx.db
      .insertInto('analysis.report_text')
      .values({
        municipality_id: tx.actor.municipalityId,
        report_id: reportId,
        part,
        language,
        text: text.text,
        changed_by: changedBy,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const changed = await tx.db
    .updateTable('analysis.report_text')
    .set({ text: text.text, changed_by: changedBy, version: version + 1 })
    .where('report_id', '=', reportId)
    .where('part', '=', part)
    .where('language', '=', language)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Takes the texts of a report along into another, each still by who wrote it. */
export async function copyTexts(tx: Tx, from: string, to: string): Promise<void> {
  await sql`
    insert into analysis.report_text (municipality_id, report_id, part, language, text, changed_by)
    select municipality_id, ${to}::uuid, part, language, text, changed_by from analysis.report_text
    where municipality_id = ${tx.actor.municipalityId}::uuid and report_id = ${from}::uuid`.execute(tx.db)
}

/** Takes a part away that is left empty. */
export async function removeText(tx: Tx, text: Omit<TextToSave, 'text' | 'changedBy'>): Promise<boolean> {
  const removed = await tx.db
    .deleteFrom('analysis.report_text')
    .where('report_id', '=', text.reportId)
    .where('part', '=', text.part)
    .where('language', '=', text.language)
    .where('version', '=', text.version)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}

/** What was chosen to work on, in the order of residents. */
export async function prioritiesOf(tx: Tx, reportId: string): Promise<readonly Priority[]> {
  const rows = await tx.db
    .selectFrom('analysis.priority')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    place: row.place,
    title: row.title,
    why: row.why,
    findingIds: row.finding_ids,
    chosenBy: row.chosen_by as WayOfChoosing,
    residentsPresent: row.residents_present,
    dissent: row.dissent,
    followsId: row.follows_id,
    progress: row.progress as Progress | null,
    became: row.became,
    version: row.version,
  }))
}

/** Keeps a priority; version 0 is a new one. False when somebody else changed it since, or when it was sent twice. */
export async function savePriority(tx: Tx, reportId: string, priority: Priority): Promise<boolean> {
  const values = {
    place: priority.place,
    title: priority.title,
    why: priority.why,
    finding_ids: [...priority.findingIds],
    chosen_by: priority.chosenBy,
    residents_present: priority.residentsPresent,
    dissent: priority.dissent,
    follows_id: priority.followsId,
    progress: priority.progress,
    became: priority.became,
  }
  if (priority.version === 0) {
    const made = await tx.db
      .insertInto('analysis.priority')
      .values({ municipality_id: tx.actor.municipalityId, id: priority.id, report_id: reportId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const changed = await tx.db
    .updateTable('analysis.priority')
    .set({ ...values, version: priority.version + 1 })
    .where('id', '=', priority.id)
    .where('report_id', '=', reportId)
    .where('version', '=', priority.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function removePriority(tx: Tx, reportId: string, id: string, version: number): Promise<boolean> {
  const removed = await tx.db
    .deleteFrom('analysis.priority')
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}

/** Where it was told back, oldest first. */
export async function meetingsOf(tx: Tx, reportId: string): Promise<readonly ValidationMeeting[]> {
  const rows = await tx.db
    .selectFrom('analysis.validation_meeting')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('held_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    heldOn: row.held_on,
    heldAt: row.held_at,
    invitedHow: row.invited_how,
    peoplePresent: row.people_present,
    groupsPresent: row.groups_present as Readonly<Record<string, number>>,
    confirmed: row.confirmed,
    corrected: row.corrected,
    added: row.added,
    version: row.version,
  }))
}

/** Keeps a meeting; version 0 is a new one. False when somebody else changed it since, or when it was sent twice. */
export async function saveMeeting(tx: Tx, reportId: string, meeting: ValidationMeeting): Promise<boolean> {
  const values = {
    held_on: meeting.heldOn,
    held_at: meeting.heldAt,
    invited_how: meeting.invitedHow,
    people_present: meeting.peoplePresent,
    groups_present: JSON.stringify(meeting.groupsPresent),
    confirmed: meeting.confirmed,
    corrected: meeting.corrected,
    added: meeting.added,
  }
  if (meeting.version === 0) {
    const made = await tx.db
      .insertInto('analysis.validation_meeting')
      .values({ municipality_id: tx.actor.municipalityId, id: meeting.id, report_id: reportId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const changed = await tx.db
    .updateTable('analysis.validation_meeting')
    .set({ ...values, version: meeting.version + 1 })
    .where('id', '=', meeting.id)
    .where('report_id', '=', reportId)
    .where('version', '=', meeting.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function removeMeeting(tx: Tx, reportId: string, id: string, version: number): Promise<boolean> {
  const removed = await tx.db
    .deleteFrom('analysis.validation_meeting')
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}
