import type { ComponentChildren } from 'preact'
import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { indicatorCatalogue, indicatorName } from '../../catalogue.ts'
import { type Finding, verdicts, voiceKinds } from '../finding.ts'
import { longestWords } from '../forms.ts'
import { NameBox } from './name-box.tsx'

type Props = {
  readonly t: Texts
  readonly finding: Finding
  readonly form: FilledForm
  readonly asksAboutName: boolean
  /** Identifier of what is added. */
  readonly id: string
}

/** A figure of the catalogue that speaks for a finding. */
export function FigurePage({ t, finding, form, asksAboutName, id }: Props) {
  const indicators = indicatorCatalogue
    .map(({ key }) => ({ value: key, label: indicatorName(key, t.language, key) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, t.language))
  return (
    <EvidencePage
      t={t}
      finding={finding}
      title={t('analysis.finding.figure.new')}
      lead={t('analysis.finding.figure.lead')}
    >
      <Form
        action={`/analysis/findings/${finding.id}/figures`}
        hidden={{ id, version: form.field('version').value || String(finding.version) }}
      >
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <Select
          {...form.field('indicator')}
          width="full"
          label={t('analysis.indicator')}
          emptyText={t('analysis.finding.choose')}
          choices={indicators}
          required
        />
        <TextField
          {...form.field('period')}
          width="short"
          label={t('analysis.period')}
          hint={t('analysis.finding.period.hint')}
          required
        />
        <SaysField t={t} form={form} hint={t('analysis.finding.figure.says.hint')} />
        <NameBox t={t} form={form} asksAboutName={asksAboutName} />
        <ButtonRow>
          <Button>{t('analysis.finding.evidence.save')}</Button>
        </ButtonRow>
      </Form>
    </EvidencePage>
  )
}

/** What people said, where and when; never who. */
export function VoicePage({ t, finding, form, asksAboutName, id }: Props) {
  return (
    <EvidencePage
      t={t}
      finding={finding}
      title={t('analysis.finding.voice.new')}
      lead={t('analysis.finding.voice.lead')}
    >
      <Form
        action={`/analysis/findings/${finding.id}/voices`}
        hidden={{ id, version: form.field('version').value || String(finding.version) }}
      >
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <RadioGroup
          {...form.field('kind')}
          label={t('analysis.finding.voice.kind')}
          choices={voiceKinds.map((kind) => ({ value: kind, label: t(`analysis.finding.voice.${kind}`) }))}
          required
        />
        <TextField
          {...form.field('source')}
          label={t('analysis.finding.source')}
          hint={t('analysis.finding.source.hint')}
          maxLength={longestWords.source}
          required
        />
        <DateField {...form.field('onDay')} label={t('analysis.finding.onDay')} max={t.today} />
        <SaysField t={t} form={form} hint={t('analysis.finding.voice.says.hint')} />
        <NameBox t={t} form={form} asksAboutName={asksAboutName} />
        <ButtonRow>
          <Button>{t('analysis.finding.evidence.save')}</Button>
        </ButtonRow>
      </Form>
    </EvidencePage>
  )
}

/** What residents said of a finding, and what becomes of it. */
export function CheckPage({ t, finding, form, asksAboutName }: Omit<Props, 'id'>) {
  return (
    <EvidencePage t={t} finding={finding} title={t('analysis.finding.check')} lead={t('analysis.finding.check.lead')}>
      <Form
        action={`/analysis/findings/${finding.id}/check`}
        hidden={{ version: form.field('version').value || String(finding.version) }}
      >
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <DateField {...form.field('checkedOn')} label={t('analysis.finding.checkedOn')} max={t.today} required />
        <TextArea
          {...form.field('residentsSaid')}
          label={t('analysis.finding.residentsSaid')}
          hint={t('analysis.finding.residentsSaid.hint')}
          maxLength={longestWords.residentsSaid}
          countText={t('analysis.finding.left')}
          numberPatternWarning={t('analysis.finding.error.numbers')}
          required
        />
        <NameBox t={t} form={form} asksAboutName={asksAboutName} />
        <RadioGroup
          {...form.field('state')}
          label={t('analysis.finding.verdict')}
          choices={verdicts.map((verdict) => ({
            value: verdict,
            label: t(`analysis.finding.verdict.${verdict}`),
          }))}
          required
        />
        <ButtonRow>
          <Button>{t('analysis.finding.save')}</Button>
        </ButtonRow>
      </Form>
    </EvidencePage>
  )
}

type FrameProps = {
  readonly t: Texts
  readonly finding: Finding
  readonly title: string
  readonly lead: string
  readonly children: ComponentChildren
}

function EvidencePage({ t, finding, title, lead, children }: FrameProps) {
  return (
    <Stack>
      <BackLink href={`/analysis/findings/${finding.id}`} text={t('analysis.finding.one')} />
      <Heading level={1}>{title}</Heading>
      <p>
        <q>{finding.statement}</q>
      </p>
      <Lead>{lead}</Lead>
      {children}
    </Stack>
  )
}

function SaysField({ t, form, hint }: Pick<Props, 't' | 'form'> & { readonly hint: string }) {
  return (
    <TextArea
      {...form.field('says')}
      label={t('analysis.finding.says')}
      hint={hint}
      maxLength={longestWords.says}
      countText={t('analysis.finding.left')}
      numberPatternWarning={t('analysis.finding.error.numbers')}
      required
    />
  )
}
