import { choicesOn, labelOf } from '../../../../platform/content/dated-content.ts'
import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  Checkbox,
  DateField,
  DescriptionList,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  Panel,
  Section,
  Select,
  Stack,
  TextField,
  Timeline,
} from '../../../../ui/index.ts'
import type { CaseHead } from '../../cases/case-page.ts'
import { CaseFrame, casePath, type Problem } from '../../cases/views/case-frame.tsx'
import { lineLength, noteLength } from '../../text-about-person.ts'
import { ShortText } from '../../views/short-text.tsx'
import { meetingBasisContent } from '../meeting-bases.ts'
import type { CaseMeeting } from '../meeting-store.ts'
import type { Note } from '../note-store.ts'

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly notes: readonly Note[]
  readonly meetings: readonly CaseMeeting[]
  readonly form: FilledForm
  readonly problem?: Problem | undefined
}

/** Short notes, newest first, and what is kept of meetings. */
export function NotesPage({ t, head, notes, meetings, form, problem }: Props) {
  const { care, nameOf } = head
  const isOpen = care.state !== 'closed'
  return (
    <CaseFrame t={t} head={head} current="notes" problem={problem}>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      {isOpen ? (
        <Form action={casePath(care.id, 'notes')} hidden={{ id: form.field('id').value }}>
          <ShortText t={t} {...form.field('text')} label={t('guidance.note.text')} maxLength={noteLength} />
          <Button>{t('guidance.note.add')}</Button>
        </Form>
      ) : null}
      {notes.length === 0 ? (
        <EmptyState icon="file-text" title={t('guidance.note.none')} text={t('guidance.note.noneHint')} />
      ) : (
        <Timeline
          label={t('guidance.tab.notes')}
          entries={notes.map(({ id, text, byUser, at }) => ({
            key: id,
            moment: t.moment(at),
            dateTime: at.toISOString(),
            who: nameOf(byUser),
            what: text,
            icon: 'pencil',
          }))}
        />
      )}
      <Section title={t('guidance.meeting.title')}>
        <Stack>
          {meetings.map((meeting) => (
            <Meeting key={meeting.id} t={t} meeting={meeting} />
          ))}
          {isOpen ? <MeetingForm t={t} caseId={care.id} form={form} /> : null}
        </Stack>
      </Section>
    </CaseFrame>
  )
}

function Meeting({ t, meeting }: { readonly t: Texts; readonly meeting: CaseMeeting }) {
  return (
    <Panel>
      <DescriptionList
        items={[
          { term: t('guidance.meeting.heldOn'), value: t.day(meeting.heldOn) },
          { term: t('guidance.meeting.participants'), value: meeting.participants },
          {
            term: t('guidance.meeting.identity'),
            value:
              meeting.isWithIdentity && meeting.basis
                ? labelOf(meetingBasisContent, meeting.basis, t.language)
                : t('guidance.meeting.withoutIdentity'),
          },
          { term: t('guidance.meeting.minutes'), value: meeting.minutes },
        ]}
      />
    </Panel>
  )
}

type FormProps = { readonly t: Texts; readonly caseId: string; readonly form: FilledForm }

function MeetingForm({ t, caseId, form }: FormProps) {
  const isOpen = form.errors.some(({ field }) => field !== 'text')
  return (
    <Disclosure summary={t('guidance.meeting.new')} open={isOpen}>
      <Form action={`${casePath(caseId)}/meetings`} hidden={{ id: form.field('id').value }}>
        <Notice>
          <p>{t('guidance.meeting.rule')}</p>
        </Notice>
        <DateField {...form.field('heldOn')} label={t('guidance.meeting.heldOn')} max={t.today} required />
        <TextField
          {...form.field('participants')}
          label={t('guidance.meeting.participants')}
          hint={t('guidance.meeting.participantsHint')}
          maxLength={lineLength}
          required
        />
        <Checkbox
          name="withIdentity"
          label={t('guidance.meeting.withIdentity')}
          checked={form.field('withIdentity').value !== ''}
        />
        <Select
          {...form.field('basis')}
          label={t('guidance.meeting.basis')}
          hint={t('guidance.meeting.basisHint')}
          emptyText={t('guidance.choose')}
          width="full"
          choices={choicesOn(meetingBasisContent, t.today, t.language)}
        />
        <ShortText t={t} {...form.field('minutes')} label={t('guidance.meeting.minutes')} maxLength={noteLength} />
        <Button look="secondary">{t('guidance.meeting.add')}</Button>
      </Form>
    </Disclosure>
  )
}
