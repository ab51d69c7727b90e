import type { Model, Outcome, Told } from '@meernet/rights-engine'
import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Disclosure,
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
  /** What travels along with the answers. */
  readonly carried: Readonly<Record<string, string>>
  /** Where the form goes. */
  readonly action: string
  readonly step: { readonly told: Told; readonly outcomes: readonly Outcome[] }
  readonly form: FilledForm
  /** Why it was not kept: the case is closed, or somebody was first. */
  readonly problem?: string | undefined
  readonly version: string
  readonly id: string
}

/** Nothing is kept unless the person agrees, and then as little as they want. */
export function KeepForm({ t, model, action, step, carried, form, problem, version, id }: KeepProps) {
  return (
    <Section title={t('guidance.caseRights.keep.title')} id="keep">
      {problem ? (
        <Notice kind="attention" announce title={t('guidance.problem.title')}>
          <p>{problem}</p>
        </Notice>
      ) : null}
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Form action={action} hidden={{ id, version, told: JSON.stringify(step.told), ...carried }}>
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
        <WorthAsking t={t} model={model} outcomes={step.outcomes} values={form.list('ask').values} />
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

type WorthAskingProps = Pick<KeepProps, 't' | 'model'> & {
  readonly outcomes: readonly Outcome[]
  readonly values: readonly string[]
}

/** What fits the answers in sight, what may fit folded: with few answers that is nearly everything. */
function WorthAsking({ t, model, outcomes, values }: WorthAskingProps) {
  const { worthAsking } = shownResults(model, outcomes)
  const likely = worthAsking.filter(({ status }) => status === 'likely').map(({ id }) => id)
  const possible = worthAsking.map(({ id }) => id).filter((id) => !likely.includes(id))
  const group = (id: string, rights: readonly string[]) => (
    <CheckboxGroup
      name="ask"
      id={id}
      label={t('guidance.caseRights.keep.ask')}
      hint={t('guidance.caseRights.keep.askHint')}
      values={values}
      choices={rights.map((right) => ({ value: right, label: rightName(t, model, right) }))}
    />
  )
  return (
    <>
      {likely.length > 0 ? group('ask-likely', likely) : null}
      {possible.length > 0 ? (
        <Disclosure
          summary={t('guidance.caseRights.keep.askPossible', { count: possible.length })}
          open={possible.some((id) => values.includes(id))}
        >
          {group('ask-possible', possible)}
        </Disclosure>
      ) : null}
    </>
  )
}
