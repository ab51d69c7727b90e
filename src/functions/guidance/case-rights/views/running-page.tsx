import type { Model, Told } from '@meernet/rights-engine'
import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Button, Cluster, Divider, Form, Link, Notice, Section, Stack } from '../../../../ui/index.ts'
import { casePath } from '../../cases/views/case-frame.tsx'
import type { CheckWords } from '../../rights-check/check-words.ts'
import type { Step } from '../../rights-check/step.ts'
import type { Contact } from '../../rights-check/views/contact.ts'
import { StepView } from '../../rights-check/views/step-view.tsx'
import type { HouseholdProblem } from '../running.ts'
import type { Since } from '../running-reading.ts'
import { AnotherDayForm } from './another-day-form.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { HouseholdForm } from './household-form.tsx'
import { KeepForm, type KeepProps } from './keep-form.tsx'

export type RunningPageProps = {
  readonly t: Texts
  /** The words of the questions: the language of the person. */
  readonly words: CheckWords
  readonly direction: 'ltr' | 'rtl'
  readonly model: Model
  readonly caseId: string
  /** The language of the questions and the check it began with, which travel along. */
  readonly query: string
  readonly step: Extract<Step, { readonly kind: 'question' | 'results' }> & { readonly problem?: HouseholdProblem }
  readonly contacts: Readonly<Record<string, Contact>>
  readonly since: Since | null
  /** The answers from which one compares. */
  readonly was: Told | null
  /** Ages were told on an earlier day, and nobody looked at them since. */
  readonly hasOldAges: boolean
  readonly keep: Pick<KeepProps, 'form' | 'problem' | 'version' | 'id'>
}

/** One page of a check at the table, in the language of the person; at its end, for the worker, what to do with it. */
export function RunningPage(props: RunningPageProps) {
  const { t, words, direction, model, caseId, query, step, contacts, since, was, hasOldAges, keep } = props
  const carried = was ? { was: JSON.stringify(was) } : {}
  const path = casePath(caseId, 'rights')
  const action = `${path}/questions${query}`
  return (
    <Stack gap="large">
      <BackLink href={path} text={t('guidance.tab.rights')} />
      {hasOldAges ? (
        <Notice kind="attention">
          <p>{t('guidance.caseRights.since.oldAges')}</p>
        </Notice>
      ) : null}
      {step.kind === 'results' ? <Places t={t} /> : null}
      {since ? (
        <Notice kind="info">
          <p>
            <Link href="#since">
              {t('guidance.caseRights.since.count', { count: since.comparison.differences.length })}
            </Link>
          </p>
        </Notice>
      ) : null}
      <div lang={words.language} dir={direction}>
        <StepView t={words} model={model} action={action} step={step} contacts={contacts} carried={carried} />
      </div>
      {step.kind === 'results' ? (
        <>
          <Divider />
          {since ? <SinceSection t={t} model={model} since={since} /> : null}
          <KeepForm t={t} model={model} action={`${path}/checks${query}`} step={step} carried={carried} {...keep} />
          <AnotherDayForm
            t={t}
            caseId={caseId}
            told={step.told}
            hidden={{ told: JSON.stringify(step.told) }}
            query={query}
          />
          {since ? null : <CompareFromHere t={t} action={action} told={step.told} />}
          <HouseholdForm t={t} action={action} step={step} carried={carried} />
        </>
      ) : null}
    </Stack>
  )
}

/** From here on every change is shown beside these answers; nothing has to be kept for that. */
function CompareFromHere({
  t,
  action,
  told,
}: Pick<RunningPageProps, 't'> & { readonly action: string; readonly told: Told }) {
  const answers = JSON.stringify(told)
  return (
    <Section title={t('guidance.caseRights.whatIf.title')}>
      <p>{t('guidance.caseRights.whatIf.here')}</p>
      <Form action={action} hidden={{ told: answers, was: answers, do: 'show' }}>
        <Button look="secondary">{t('guidance.caseRights.whatIf.fromHere')}</Button>
      </Form>
    </Section>
  )
}

/** The list may be long: what else can be done here is one press away. */
const Places = ({ t }: Pick<RunningPageProps, 't'>) => (
  <Cluster>
    <Link href="#keep">{t('guidance.caseRights.keep.title')}</Link>
    <Link href="#another-day">{t('guidance.caseRights.day.title')}</Link>
    <Link href="#household">{t('guidance.caseRights.household.title')}</Link>
  </Cluster>
)

/** What one change makes of every right: below the list of today, with a word above it. */
function SinceSection({ t, model, since }: Pick<RunningPageProps, 't' | 'model'> & { readonly since: Since }) {
  return (
    <Section title={t(`guidance.caseRights.since.title.${since.of}`)} id="since">
      <DifferenceTable
        t={t}
        model={model}
        comparison={since.comparison}
        names={[t(`guidance.caseRights.since.${since.of}`), t('guidance.caseRights.since.now')]}
      />
    </Section>
  )
}
