import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  ErrorSummary,
  Form,
  Grid,
  Heading,
  Lead,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { legalForms } from '../volunteer.ts'

type Props = { readonly t: Texts; readonly form: FilledForm }

/** What the organisation offers and owes its volunteers: they are told this before the first task. */
export function ConditionsPage({ t, form }: Props) {
  const { value: needsNote, ...note } = form.field('needsAgreementNote')
  return (
    <Stack>
      <BackLink href="/volunteers" text={t('volunteers.back')} />
      <Heading level={1}>{t('volunteers.conditions.title')}</Heading>
      <Lead>{t('volunteers.conditions.lead')}</Lead>
      <Form action="/volunteers/conditions" hidden={{ version: form.field('version').value }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <RadioGroup
          {...form.field('legalForm')}
          label={t('volunteers.legalForm')}
          choices={legalForms.map((value) => ({ value, label: t(`volunteers.legalForm.${value}`) }))}
        />
        <TextField
          {...form.field('responsiblePerson')}
          label={t('volunteers.responsiblePerson')}
          hint={t('volunteers.responsiblePerson.hint')}
        />
        <TextArea {...form.field('aim')} label={t('volunteers.aim')} maxLength={400} rows={3} required />
        <TextArea
          {...form.field('reimbursement')}
          label={t('volunteers.reimbursement')}
          hint={t('volunteers.reimbursement.hint')}
          maxLength={400}
          rows={3}
          required
        />
        <Checkbox
          {...note}
          checked={needsNote !== ''}
          label={t('volunteers.needsAgreementNote')}
          hint={t('volunteers.needsAgreementNote.hint')}
        />
        <Grid>
          <TextField {...form.field('insurer')} label={t('volunteers.insurer')} required />
          <TextField {...form.field('insurancePolicy')} label={t('volunteers.insurancePolicy')} required />
          <DateField
            {...form.field('insuredUntil')}
            label={t('volunteers.insuredUntil')}
            hint={t('volunteers.insuredUntil.hint')}
            required
          />
        </Grid>
        <ButtonRow>
          <Button>{t('volunteers.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
