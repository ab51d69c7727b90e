import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  EmailField,
  ErrorSummary,
  Form,
  Grid,
  Heading,
  PhoneField,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly id: string
  /** Version the form was made from; absent for a new organisation. */
  readonly version: string | undefined
  /** Data zones that may keep it up to date; empty for a partner, whose own zone it gets. */
  readonly zones: readonly { readonly id: string; readonly name: string }[]
}

/** Makes or changes an organisation. */
export function OrganisationFormPage({ t, form, id, version, zones }: Props) {
  const isNew = version === undefined
  const address = isNew ? '/organisations' : `/organisations/${id}`
  const optional = t('organisations.optional')
  return (
    <Stack>
      <BackLink href={address} text={t(isNew ? 'organisations.title' : 'organisations.back')} />
      <Heading level={1}>{t(isNew ? 'organisations.new' : 'organisations.edit')}</Heading>
      <Form action={address} hidden={{ id, version }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <TextField {...form.field('name')} label={t('organisations.name')} maxLength={160} required />
        <TextField
          {...form.field('alternateName')}
          label={t('organisations.alternateName')}
          optionalText={optional}
          maxLength={160}
        />
        <TextArea
          {...form.field('description')}
          label={t('organisations.description')}
          optionalText={optional}
          maxLength={2000}
        />
        <Grid>
          <TextField
            {...form.field('legalForm')}
            label={t('organisations.legalForm')}
            optionalText={optional}
            maxLength={80}
          />
          <TextField
            {...form.field('enterpriseNumber')}
            label={t('organisations.enterpriseNumber')}
            hint={t('organisations.enterpriseNumber.hint')}
            optionalText={optional}
          />
        </Grid>
        <Grid>
          <PhoneField
            {...form.field('phone')}
            label={t('resident.services.contact.phone')}
            hint={t('organisations.contact.hint')}
            autocomplete="off"
          />
          <EmailField {...form.field('email')} label={t('resident.services.contact.email')} autocomplete="off" />
          <TextField {...form.field('website')} label={t('resident.services.contact.web')} spellcheck={false} />
        </Grid>
        {zones.length > 0 ? (
          <Select
            {...form.field('zoneId')}
            label={t('organisations.keeper')}
            hint={t('organisations.keeper.hint')}
            emptyText={t('organisations.keeper.municipality')}
            choices={zones.map((zone) => ({ value: zone.id, label: zone.name }))}
          />
        ) : null}
        <ButtonRow>
          <Button>{t('organisations.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
