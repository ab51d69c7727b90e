import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NumberField,
  RadioGroup,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import type { ReportFinding } from '../contents/contents.ts'
import { longest } from '../forms.ts'
import { progresses, type Report, waysOfChoosing } from '../report.ts'
import { Removal } from './removal.tsx'

type Props = {
  readonly t: Texts
  readonly report: Report
  readonly form: FilledForm
  readonly id: string
  /** 0: a new one. */
  readonly version: number
  /** What it can rest on: the findings that were put into the report. */
  readonly findings: readonly ReportFinding[]
}

/** What residents chose to work on, how they chose, and in a year what became of it. */
export function PriorityPage({ t, report, form, id, version, findings }: Props) {
  const path = `/analysis/reports/${report.id}`
  const isNew = version === 0
  return (
    <Stack>
      <BackLink href={path} text={report.title} />
      <Heading level={1}>{t(isNew ? 'analysis.reports.priority.new' : 'analysis.reports.priority.one')}</Heading>
      <Lead>{t('analysis.reports.priority.lead')}</Lead>
      <Form action={`${path}/priorities`} hidden={{ id, version: String(version) }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <NumberField
          {...form.field('place')}
          label={t('analysis.reports.priority.place')}
          hint={t('analysis.reports.priority.place.hint')}
          required
        />
        <TextField
          {...form.field('title')}
          label={t('analysis.reports.priority.title')}
          maxLength={longest.title}
          required
        />
        <TextArea
          {...form.field('why')}
          label={t('analysis.reports.priority.why')}
          hint={t('analysis.reports.part.hint')}
          maxLength={longest.why}
          countText={t('analysis.reports.left')}
          numberPatternWarning={t('analysis.reports.error.numbers')}
          required
        />
        {findings.length === 0 ? null : (
          <CheckboxGroup
            {...form.list('findingIds')}
            label={t('analysis.reports.priority.findings')}
            choices={findings.map(({ id: value, statement, kind }) => ({
              value,
              label: statement,
              hint: t(`analysis.reports.kind.${kind}`),
            }))}
          />
        )}
        <RadioGroup
          {...form.field('chosenBy')}
          label={t('analysis.reports.priority.chosenBy')}
          choices={waysOfChoosing.map((value) => ({ value, label: t(`analysis.reports.chosenBy.${value}`) }))}
          required
        />
        <NumberField
          {...form.field('residentsPresent')}
          label={t('analysis.reports.priority.residents')}
          hint={t('analysis.reports.people.hint')}
          required
        />
        <TextArea
          {...form.field('dissent')}
          label={t('analysis.reports.priority.dissent')}
          hint={t('analysis.reports.priority.dissent.hint')}
          optionalText={t('analysis.reports.optional')}
          maxLength={longest.why}
        />
        {isNew ? null : (
          <>
            <Select
              {...form.field('progress')}
              label={t('analysis.reports.priority.progress')}
              hint={t('analysis.reports.priority.progress.hint')}
              optionalText={t('analysis.reports.optional')}
              emptyText={t('analysis.reports.progress.unknown')}
              choices={progresses.map((value) => ({ value, label: t(`analysis.reports.progress.${value}`) }))}
            />
            <TextArea
              {...form.field('became')}
              label={t('analysis.reports.priority.became')}
              optionalText={t('analysis.reports.optional')}
              maxLength={longest.why}
            />
          </>
        )}
        <ButtonRow>
          <Button>{t('analysis.reports.save')}</Button>
        </ButtonRow>
      </Form>
      {isNew ? null : <Removal t={t} action={`${path}/priorities/${id}/removal`} version={version} />}
    </Stack>
  )
}
