import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  EmailField,
  ErrorSummary,
  Fieldset,
  Form,
  Grid,
  Heading,
  NumberField,
  PhoneField,
  Select,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import { WishFields } from './wish-fields.tsx'

type Person = { readonly id: string; readonly name: string }

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly id: string
  /** Version the form was made from; absent for a new file. */
  readonly version: string | undefined
  /** Accounts in the own organisation, and other volunteers there. */
  readonly accounts: readonly Person[]
  readonly others: readonly Person[]
}

/** Makes or changes a file. */
export function VolunteerFormPage({ t, form, id, version, accounts, others }: Props) {
  const isNew = version === undefined
  return (
    <Stack>
      <BackLink
        href={isNew ? '/volunteers' : `/volunteers/${id}`}
        text={isNew ? t('volunteers.back') : t('volunteers.backToFile')}
      />
      <Heading level={1}>{isNew ? t('volunteers.new') : t('volunteers.edit')}</Heading>
      <Form action={isNew ? '/volunteers' : `/volunteers/${id}`} hidden={{ id, version }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <Fieldset legend={t('volunteers.who')}>
          <TextField {...form.field('name')} label={t('volunteers.name')} autocomplete="off" required />
          <Grid>
            <PhoneField {...form.field('phone')} label={t('volunteers.phone')} autocomplete="off" />
            <EmailField {...form.field('email')} label={t('volunteers.email')} autocomplete="off" />
          </Grid>
          <Select
            {...form.field('userId')}
            label={t('volunteers.account')}
            hint={t('volunteers.account.hint')}
            emptyText={t('volunteers.account.no')}
            choices={choicesOf(accounts)}
          />
          <Select
            {...form.field('buddyId')}
            label={t('volunteers.buddy')}
            hint={t('volunteers.buddy.hint')}
            emptyText={t('volunteers.buddy.none')}
            choices={choicesOf(others)}
          />
        </Fieldset>
        <AgeFields t={t} form={form} isNew={isNew} />
        <WishFields t={t} form={form} />
        <ButtonRow>
          <Button>{t('volunteers.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

function AgeFields({ t, form, isNew }: Pick<Props, 't' | 'form'> & { readonly isNew: boolean }) {
  const { value, ...isSixteen } = form.field('isSixteen')
  return (
    <Fieldset legend={t('volunteers.age')} hint={t('volunteers.age.hint')}>
      <NumberField {...form.field('birthYear')} label={t('volunteers.birthYear')} required />
      {isNew ? <Checkbox {...isSixteen} checked={value !== ''} label={t('volunteers.isSixteen')} /> : null}
      <Grid>
        <DateField
          {...form.field('parentalPermissionOn')}
          label={t('volunteers.parentalPermissionOn')}
          hint={t('volunteers.parentalPermissionOn.hint')}
        />
        <DateField
          {...form.field('adulthoodCheckedOn')}
          label={t('volunteers.adulthoodCheckedOn')}
          hint={t('volunteers.adulthoodCheckedOn.hint')}
        />
      </Grid>
    </Fieldset>
  )
}

const choicesOf = (people: readonly Person[]) => people.map(({ id, name }) => ({ value: id, label: name }))
