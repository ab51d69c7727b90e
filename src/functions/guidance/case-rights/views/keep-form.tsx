import type { Model, Outcome, Told } from '@meernet/rights-engine'
import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  Form,
  Notice,
  RadioGroup,
  Section,
} from '../../../../ui/index.ts'
import { shownResults } from '../../rights-check/results.ts'
import { keptAnswers } from '../kept-check.ts'
import { rightName } from './rights-names.ts'

export type KeepProps = {
  readonly t: Texts
  readonly model: Model
  /** Where the form goes. */
  readonly action: string
  readonly step: { readonly told: Told; readonly outcomes: readonly Outcome[] }
  readonly form: FilledForm
  /** Why it was not kept: the case is closed, or somebody was first. */
  readonly problem?: string | undefined
  readonly version: number
  readonly id: string
}

/** Nothing is kept unless the person agrees, and then as little as they want. */
export function KeepForm({ t, model, action, step, form, problem, version, id }: KeepProps) {
  const worthAsking = [...new Set(shownResults(model, step.outcomes).worthAsking.map((right) => right.id))]
  return (
    <Section title={t('guidance.caseRights.keep.title')} id="keep">
      {problem ? (
        <Notice kind="attention" announce title={t('guidance.problem.title')}>
          <p>{problem}</p>
        </Notice>
      ) : null}
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Form action={action} hidden={{ id, version: String(version), told: JSON.stringify(step.told) }}>
        <p>{t('guidance.caseRights.keep.text')}</p>
        <RadioGroup
          name="kept"
          label={t('guidance.caseRights.keep.question')}
          value={form.field('kept').value || 'withoutSensitive'}
          error={form.field('kept').error}
          choices={keptAnswers.map((kept) => ({
            value: kept,
            label: t(`guidance.caseRights.kept.${kept}`),
            hint: t(`guidance.caseRights.keptHint.${kept}`),
          }))}
        />
        {worthAsking.length > 0 ? (
          <CheckboxGroup
            name="ask"
            label={t('guidance.caseRights.keep.ask')}
            hint={t('guidance.caseRights.keep.askHint')}
            values={form.list('ask').values}
            choices={worthAsking.map((right) => ({ value: right, label: rightName(t, model, right) }))}
          />
        ) : null}
        <Checkbox
          name="agreed"
          label={t('guidance.caseRights.keep.agreed')}
          checked={form.field('agreed').value !== ''}
          error={form.field('agreed').error}
        />
        <Button look="secondary">{t('guidance.caseRights.keep.keep')}</Button>
      </Form>
    </Section>
  )
}
