import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
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
} from '../../../ui/index.ts'
import { fullName, type Person } from '../../people/index.ts'
import { agreementPurposes, audiences, waysOfGiving } from '../agreement.ts'

type Props = { readonly t: Texts; readonly person: Person; readonly form: FilledForm }

/** Records what the person said may be told, to whom and until when. */
export function NewAgreementPage({ t, person, form }: Props) {
  const optionalText = t('people.optional')
  return (
    <Stack>
      <BackLink href={`/people/${person.id}`} text={fullName(person)} />
      <Heading level={1}>{t('agreements.new')}</Heading>
      <Lead>{t('agreements.lead')}</Lead>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Form
        action={`/people/${person.id}/agreements`}
        hidden={{ id: form.field('id').value, next: form.field('next').value }}
      >
        <TextArea
          {...form.field('mayTell')}
          label={t('agreements.mayTell')}
          hint={t('agreements.mayTellHint')}
          maxLength={300}
          countText={t('people.left')}
          numberPatternWarning={t('people.numberPattern')}
          required
        />
        <CheckboxGroup
          {...form.list('toWhom')}
          label={t('agreements.toWhom')}
          choices={audiences.map((one) => ({ value: one, label: t(`agreements.audience.${one}`) }))}
        />
        <TextField
          {...form.field('toOrganisation')}
          label={t('agreements.toOrganisation')}
          hint={t('agreements.toOrganisationHint')}
          optionalText={optionalText}
          maxLength={160}
        />
        <Select
          {...form.field('purpose')}
          label={t('agreements.purpose')}
          choices={agreementPurposes.map((purpose) => ({ value: purpose, label: t(`agreements.purpose.${purpose}`) }))}
        />
        <RadioGroup
          {...form.field('given')}
          label={t('agreements.given')}
          inline
          choices={waysOfGiving.map((way) => ({ value: way, label: t(`agreements.given.${way}`) }))}
        />
        <DateField {...form.field('givenOn')} label={t('agreements.givenOn')} max={t.today} />
        <TextField {...form.field('witnessedBy')} label={t('agreements.witnessedBy')} maxLength={120} required />
        <DateField
          {...form.field('validUntil')}
          label={t('agreements.validUntil')}
          hint={t('agreements.validUntilHint')}
          optionalText={optionalText}
        />
        <ButtonRow>
          <Button>{t('agreements.record')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
