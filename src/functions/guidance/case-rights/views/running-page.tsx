import type { Model } from '@meernet/rights-engine'
import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Divider, Notice, Section, Stack } from '../../../../ui/index.ts'
import { casePath } from '../../cases/views/case-frame.tsx'
import type { CheckWords } from '../../rights-check/check-words.ts'
import type { Step } from '../../rights-check/step.ts'
import type { Contact } from '../../rights-check/views/contact.ts'
import { StepView } from '../../rights-check/views/step-view.tsx'
import type { Comparison } from '../comparison.ts'
import type { HouseholdProblem } from '../running.ts'
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
  /** Since the kept check that it began with; null where it began anew. */
  readonly since: Comparison | null
  /** Ages were told on an earlier day, and nobody looked at them since. */
  readonly hasOldAges: boolean
  readonly keep: Pick<KeepProps, 'form' | 'problem' | 'version' | 'id'>
}

/** One page of a check at the table, in the language of the person; at its end, for the worker, what to do with it. */
export function RunningPage(props: RunningPageProps) {
  const { t, words, direction, model, caseId, query, step, contacts, since, hasOldAges, keep } = props
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
      <div lang={words.language} dir={direction}>
        <StepView t={words} model={model} action={action} step={step} contacts={contacts} />
      </div>
      {step.kind === 'results' ? (
        <>
          <Divider />
          {since ? (
            <Section title={t('guidance.caseRights.since.title')}>
              <DifferenceTable
                t={t}
                model={model}
                comparison={since}
                names={[t('guidance.caseRights.since.kept'), t('guidance.caseRights.since.now')]}
              />
            </Section>
          ) : null}
          <KeepForm t={t} model={model} action={`${path}/checks${query}`} step={step} {...keep} />
          <AnotherDayForm
            t={t}
            caseId={caseId}
            told={step.told}
            hidden={{ told: JSON.stringify(step.told) }}
            query={query}
          />
          <HouseholdForm t={t} action={action} step={step} />
        </>
      ) : null}
    </Stack>
  )
}
