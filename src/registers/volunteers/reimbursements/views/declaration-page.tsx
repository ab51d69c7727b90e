import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  ErrorSummary,
  Form,
  Grid,
  Heading,
  Lead,
  NumberField,
  RadioGroup,
  Stack,
} from '../../../../ui/index.ts'
import { elsewhereKinds } from '../ceilings.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly year: number
  /** Where the reimbursements of this person stand. */
  readonly base: string
}

/** What somebody declares for a year about organisations that are not here. */
export function DeclarationPage({ t, form, year, base }: Props) {
  const { value: meets, ...raised } = form.field('meetsRaisedConditions')
  return (
    <Stack>
      <BackLink href={`${base}?year=${year}`} text={t('volunteers.declaration.back')} />
      <Heading level={1}>{t('volunteers.declaration.of', { year: String(year) })}</Heading>
      <Lead>{t('volunteers.declaration.lead')}</Lead>
      <Form action={`${base}/declaration`} hidden={{ year: String(year), version: form.field('version').value }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <RadioGroup
          {...form.field('elsewhere')}
          label={t('volunteers.declaration.elsewhere')}
          hint={t('volunteers.declaration.elsewhere.hint')}
          choices={elsewhereKinds.map((value) => ({ value, label: t(`volunteers.declaration.elsewhere.${value}`) }))}
        />
        <Grid>
          <NumberField {...form.field('lumpSum')} label={t('volunteers.declaration.lumpSum')} unit="€" decimal />
          <NumberField {...form.field('kilometres')} label={t('volunteers.declaration.kilometres')} unit="km" decimal />
        </Grid>
        <Checkbox
          {...raised}
          checked={meets !== ''}
          label={t('volunteers.declaration.meetsRaised')}
          hint={t('volunteers.declaration.meetsRaised.hint')}
        />
        <ButtonRow>
          <Button>{t('volunteers.declaration.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
