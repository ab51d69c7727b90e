import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { groupContent, labelOf } from '../../../../registers/frameworks/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Fieldset,
  Form,
  Grid,
  Heading,
  Lead,
  NumberField,
  Stack,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { longest } from '../forms.ts'
import type { Report } from '../report.ts'
import { Removal } from './removal.tsx'

type Props = {
  readonly t: Texts
  readonly report: Report
  readonly form: FilledForm
  readonly id: string
  /** 0: a new one. */
  readonly version: number
  /** Codes of the groups that are counted. */
  readonly groups: readonly string[]
}

/** Where the analysis was told back: who was there, by group and without names, and what residents said. */
export function MeetingPage({ t, report, form, id, version, groups }: Props) {
  const path = `/analysis/reports/${report.id}`
  const isNew = version === 0
  return (
    <Stack>
      <BackLink href={path} text={report.title} />
      <Heading level={1}>{t(isNew ? 'analysis.reports.meeting.new' : 'analysis.reports.meeting.one')}</Heading>
      <Lead>{t('analysis.reports.meeting.lead')}</Lead>
      <Form action={`${path}/meetings`} hidden={{ id, version: String(version) }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <DateField {...form.field('heldOn')} label={t('analysis.reports.meeting.heldOn')} max={t.today} required />
        <TextField
          {...form.field('heldAt')}
          label={t('analysis.reports.meeting.heldAt')}
          hint={t('analysis.reports.meeting.heldAt.hint')}
          maxLength={longest.title}
          required
        />
        <TextArea
          {...form.field('invitedHow')}
          label={t('analysis.reports.meeting.invitedHow')}
          hint={t('analysis.reports.meeting.invitedHow.hint')}
          maxLength={longest.reason}
          rows={2}
          required
        />
        <NumberField
          {...form.field('peoplePresent')}
          label={t('analysis.reports.meeting.people')}
          hint={t('analysis.reports.people.hint')}
          required
        />
        <Fieldset legend={t('analysis.reports.meeting.groups')} hint={t('analysis.reports.meeting.groups.hint')}>
          <Grid cell="small">
            {groups.map((code) => (
              <NumberField
                key={code}
                {...form.field(`group.${code}`)}
                label={labelOf(groupContent, code, t.language)}
              />
            ))}
          </Grid>
        </Fieldset>
        {(['confirmed', 'corrected', 'added'] as const).map((name) => (
          <TextArea
            key={name}
            {...form.field(name)}
            label={t(`analysis.reports.meeting.${name}`)}
            optionalText={t('analysis.reports.optional')}
            maxLength={longest.notes}
            rows={3}
            numberPatternWarning={t('analysis.reports.error.numbers')}
          />
        ))}
        <ButtonRow>
          <Button>{t('analysis.reports.save')}</Button>
        </ButtonRow>
      </Form>
      {isNew ? null : <Removal t={t} action={`${path}/meetings/${id}/removal`} version={version} />}
    </Stack>
  )
}
