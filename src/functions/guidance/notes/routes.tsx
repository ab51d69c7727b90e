import { uuidv7 } from 'uuidv7'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { may, parseForm, type Routes, staffOf } from '../../../platform/http/index.ts'
import { workOnCases } from '../access.ts'
import { afterAct, type CasePart, caseIdOf, casePartPage } from '../case-part-page.ts'
import type { Result } from '../cases/case-actions.ts'
import { caseForAct } from '../cases/case-reading.ts'
import { noteEvent } from '../cases/event-store.ts'
import { meetingForm, noteForm } from './forms.ts'
import { type CaseMeeting, insertMeeting, meetingsOf, type NewMeeting } from './meeting-store.ts'
import { insertNotes, type Note, notesOf } from './note-store.ts'
import { NotesPage } from './views/notes-page.tsx'

type Needs = { readonly transact: Transact }
type Data = { readonly notes: readonly Note[]; readonly meetings: readonly CaseMeeting[] }

/** Notes about a case, and the minimal record of meetings about it. */
export function noteRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/cases/:id/notes', may(workOnCases), (c) => casePartPage(c, transact, notes))

  routes.post('/cases/:id/notes', may(workOnCases), async (c) => {
    const form = await parseForm(c, noteForm)
    const { values } = form
    if (!form.ok) return casePartPage(c, transact, notes, { values, errors: form.errors, status: 422 })
    const result = await transact(staffOf(c), (tx) => addNote(tx, caseIdOf(c), form.data))
    return afterAct(c, transact, notes, result, { done: 'noted', values })
  })

  routes.post('/cases/:id/meetings', may(workOnCases), async (c) => {
    const form = await parseForm(c, meetingForm(c.get('t').today))
    const { values } = form
    if (!form.ok) return casePartPage(c, transact, notes, { values, errors: form.errors, status: 422 })
    const { withIdentity, basis, ...meeting } = form.data
    const result = await transact(staffOf(c), (tx) =>
      addMeeting(tx, caseIdOf(c), { ...meeting, isWithIdentity: withIdentity, basis: basis ?? null }),
    )
    return afterAct(c, transact, notes, result, { done: 'meetingNoted', values })
  })
}

/** Adds a note; refused in a closed case. */
async function addNote(
  tx: Tx,
  caseId: string,
  note: { readonly id: string; readonly text: string },
): Promise<Result<'closed'>> {
  const care = await caseForAct(tx, caseId, 'add note')
  if (care.state === 'closed') return { kind: 'refused', reason: 'closed' }
  const place = { caseId, zoneId: care.zoneId }
  const byUser = tx.actor.kind === 'staff' ? tx.actor.userId : care.openedBy
  await insertNotes(tx, [{ ...note, ...place, byUser }])
  await noteEvent(tx, place, { kind: 'note', aboutId: note.id })
  return { kind: 'done' }
}

async function addMeeting(
  tx: Tx,
  caseId: string,
  meeting: Omit<NewMeeting, 'caseId' | 'zoneId' | 'byUser'>,
): Promise<Result<'closed'>> {
  const care = await caseForAct(tx, caseId, 'add case meeting')
  if (care.state === 'closed') return { kind: 'refused', reason: 'closed' }
  const place = { caseId, zoneId: care.zoneId }
  const byUser = tx.actor.kind === 'staff' ? tx.actor.userId : care.openedBy
  await insertMeeting(tx, { ...meeting, ...place, byUser })
  await noteEvent(tx, place, { kind: 'meeting', aboutId: meeting.id })
  return { kind: 'done' }
}

const notes: CasePart<Data> = {
  tab: 'notes',
  values: () => ({ id: uuidv7() }),
  load: async (tx, caseId) => {
    const [found, meetings] = [await notesOf(tx, caseId), await meetingsOf(tx, caseId)]
    return { data: { notes: found, meetings }, names: [...found, ...meetings].map(({ byUser }) => byUser) }
  },
  view: ({ c, head, data, form, problem }) => (
    <NotesPage t={c.get('t')} head={head} {...data} form={form} problem={problem} />
  ),
}
