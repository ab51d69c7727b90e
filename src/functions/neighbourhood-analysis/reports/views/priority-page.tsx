import { CheckboxGroup, NumberField, RadioGroup, Select, TextArea, TextField } from '../../../../ui/index.ts'
import type { ReportFinding } from '../contents/contents.ts'
import { longest } from '../forms.ts'
import { progresses, waysOfChoosing } from '../report.ts'
import { PartPage, type PartProps } from './part-page.tsx'

type Props = PartProps & {
  /** What it can rest on: the findings that were put into the report. */
  readonly findings: readonly ReportFinding[]
}

/** What residents chose to work on, how they chose, and in a year what became of it. */
export function PriorityPage({ findings, ...props }: Props) {
  return (
    <PartPage {...props} part="priority">
      <What {...props} findings={findings} />
      <HowChosen {...props} />
      {props.version === 0 ? null : <WhatBecame {...props} />}
    </PartPage>
  )
}

function What({ t, form, findings }: Pick<Props, 't' | 'form' | 'findings'>) {
  return (
    <>
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
    </>
  )
}

function HowChosen({ t, form }: Pick<Props, 't' | 'form'>) {
  return (
    <>
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
    </>
  )
}

function WhatBecame({ t, form }: Pick<Props, 't' | 'form'>) {
  return (
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
  )
}
