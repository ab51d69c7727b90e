import type { Told } from '@meernet/rights-engine'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, CheckboxGroup, ErrorSummary, Form, Hint, Section, Select, TextField } from '../../../../ui/index.ts'
import type { HouseholdProblem } from '../running.ts'
import { somebodies } from '../somebody.ts'
import { somebodyName } from './rights-names.ts'

type Props = {
  readonly t: Texts
  readonly action: string
  /** What travels along with the answers. */
  readonly carried: Readonly<Record<string, string>>
  readonly step: { readonly told: Told; readonly problem?: HouseholdProblem }
}

/** "And if her son moves in?": the same answers with somebody more or less in the house. */
export function HouseholdForm({ t, action, step: { told, problem }, carried }: Props) {
  const people = somebodies(told, t.today)
  const others = people.filter(({ role }) => role !== 'reference')
  const field = problem === 'born' ? 'comesBorn' : 'comes'
  const error = problem ? t(`guidance.caseRights.household.error.${problem}`) : undefined
  return (
    <Section title={t('guidance.caseRights.household.title')} id="household">
      <ErrorSummary title={t('form.summary')} errors={error ? [{ field, text: error }] : []} />
      <Form action={action} hidden={{ ...carried, told: JSON.stringify(told) }}>
        <Hint>{t('guidance.caseRights.household.hint')}</Hint>
        {others.length > 0 ? (
          <CheckboxGroup
            name="leaves"
            label={t('guidance.caseRights.household.leaves')}
            choices={others.map(({ id }) => ({ value: id, label: somebodyName(t, people, id) }))}
          />
        ) : null}
        <Select
          name="comes"
          label={t('guidance.caseRights.household.comes')}
          emptyText={t('guidance.caseRights.household.nobody')}
          error={field === 'comes' ? error : undefined}
          choices={(['partner', 'child', 'other'] as const).map((bond) => ({
            value: bond,
            label: t(`guidance.caseRights.household.bond.${bond}`),
          }))}
        />
        <TextField
          name="comesBorn"
          label={t('guidance.caseRights.household.comesBorn')}
          optionalText={t('guidance.optional')}
          error={field === 'comesBorn' ? error : undefined}
          maxLength={20}
        />
        <Button look="secondary" name="do" value="household">
          {t('guidance.caseRights.household.look')}
        </Button>
      </Form>
    </Section>
  )
}
