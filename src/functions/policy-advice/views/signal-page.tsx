import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  causeTypeContent,
  competentLevelContent,
  groupContent,
  labelOf,
  policyThemeContent,
} from '../../../registers/frameworks/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  List,
  Notice,
  Panel,
  Prose,
  Section,
  Stack,
} from '../../../ui/index.ts'
import type { PolicySignal } from '../policy-signal.ts'
import { DescriptionField } from './note-page.tsx'

type Props = {
  readonly t: Texts
  readonly signal: PolicySignal
  readonly neighbourhood: string | undefined
  /** Names by account; only for who may know who wrote it. */
  readonly names: ReadonlyMap<string, string>
  /** The form of the second reader; absent for who may not be. */
  readonly reading: FilledForm | undefined
}

/** One signal, and for a second reader the question whether somebody can be recognised in it. */
export function SignalPage({ t, signal, neighbourhood, names, reading }: Props) {
  return (
    <Stack>
      <BackLink href="/policy-signals" text={t('policyAdvice.title')} />
      <Heading level={1}>{labelOf(policyThemeContent, signal.theme, t.language)}</Heading>
      {signal.readOn === null && !reading ? <Notice>{t('policyAdvice.waitsForReader')}</Notice> : null}
      {reading ? null : (
        <Prose>
          <p>{signal.description}</p>
        </Prose>
      )}
      <DescriptionList items={factsOf(t, signal, neighbourhood, names)} />
      {reading ? <ReadingForm t={t} signal={signal} form={reading} /> : null}
    </Stack>
  )
}

function factsOf(t: Texts, signal: PolicySignal, neighbourhood: string | undefined, names: Props['names']) {
  const author = signal.notedBy ? names.get(signal.notedBy) : undefined
  const reader = signal.secondReader ? names.get(signal.secondReader) : undefined
  return [
    { term: t('policyAdvice.causeType'), value: labelOf(causeTypeContent, signal.causeType, t.language) },
    {
      term: t('policyAdvice.competentLevel'),
      value: labelOf(competentLevelContent, signal.competentLevel, t.language),
    },
    { term: t('policyAdvice.situations'), value: t(`policyAdvice.situations.${signal.situations}`) },
    {
      term: t('policyAdvice.groups'),
      value:
        signal.groups.length > 0
          ? t.list(
              signal.groups.map((code) => labelOf(groupContent, code, t.language)),
              { areLabels: true },
            )
          : t('policyAdvice.groups.none'),
    },
    { term: t('policyAdvice.neighbourhood'), value: neighbourhood ?? t('policyAdvice.neighbourhood.all') },
    { term: t('policyAdvice.origin'), value: t(`policyAdvice.origin.${signal.origin}`) },
    { term: t('policyAdvice.notedOn'), value: t.day(signal.notedOn) },
    { term: t('policyAdvice.notedBy'), value: author },
    { term: t('policyAdvice.readOn'), value: signal.readOn ? t.day(signal.readOn) : undefined },
    { term: t('policyAdvice.readBy'), value: reader },
  ]
}

function ReadingForm({ t, signal, form }: Pick<Props, 't' | 'signal'> & { readonly form: FilledForm }) {
  const { value: confirmed, ...confirmation } = form.field('isUnrecognisable')
  return (
    <Panel>
      <Section title={t('policyAdvice.reading.title')}>
        <p>{t('policyAdvice.reading.lead')}</p>
        <List
          items={[
            t('policyAdvice.reading.rare'),
            t('policyAdvice.reading.place'),
            t('policyAdvice.reading.date'),
            t('policyAdvice.reading.family'),
          ]}
        />
        <Form action={`/policy-signals/${signal.id}/reading`} hidden={{ version: String(signal.version) }}>
          <ErrorSummary title={t('form.summary')} errors={form.errors} />
          <DescriptionField t={t} form={form} />
          <Checkbox {...confirmation} checked={confirmed !== ''} label={t('policyAdvice.reading.confirm')} />
          <ButtonRow>
            <Button>{t('policyAdvice.reading.save')}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </Panel>
  )
}
