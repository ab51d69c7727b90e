import { roles } from '../../../platform/access/actor.ts'
import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  DescriptionList,
  Disclosure,
  ErrorSummary,
  Fieldset,
  Form,
  Heading,
  Lead,
  Notice,
  PasswordField,
  Section,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import { roleField } from './forms.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly version: number
  /** Addresses to fill in at the provider. */
  readonly returnTo: string
  readonly afterSignOut: string
  /** Somebody else saved first: the form shows what they saved. */
  readonly isStale: boolean
}

/** The provider of the municipality itself, through which invited colleagues enter. */
export function ProviderPage({ t, form, version, returnTo, afterSignOut, isStale }: Props) {
  return (
    <Stack gap="large">
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      {isStale && (
        <Notice kind="attention" announce>
          <p>{t('municipalities.members.stale')}</p>
        </Notice>
      )}
      <Heading level={1}>{t('municipalities.provider.title')}</Heading>
      <Lead>{t('municipalities.provider.lead')}</Lead>
      <Section title={t('municipalities.provider.there')}>
        <p>{t('municipalities.provider.thereText')}</p>
        <DescriptionList
          look="below"
          items={[
            { term: t('municipalities.provider.returnTo'), value: <code translate={false}>{returnTo}</code> },
            { term: t('municipalities.provider.afterSignOut'), value: <code translate={false}>{afterSignOut}</code> },
          ]}
        />
      </Section>
      <Form action="/admin/provider" hidden={{ version: String(version) }} label={t('municipalities.provider.title')}>
        <Access t={t} form={form} isFirst={version === 0} />
        <Roles t={t} form={form} />
        <IsOn t={t} form={form} />
        <ButtonRow>
          <Button>{t('municipalities.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

type PartProps = { readonly t: Texts; readonly form: FilledForm }

function Access({ t, form, isFirst }: PartProps & { readonly isFirst: boolean }) {
  const { name, error } = form.field('clientSecret')
  return (
    <Fieldset legend={t('municipalities.provider.access')}>
      <TextField
        {...form.field('name')}
        label={t('municipalities.provider.name')}
        hint={t('municipalities.provider.nameHint')}
        maxLength={60}
        required
      />
      <TextField
        {...form.field('issuer')}
        label={t('municipalities.provider.issuer')}
        hint={t('municipalities.provider.issuerHint')}
        maxLength={300}
        spellcheck={false}
        required
      />
      <TextField
        {...form.field('clientId')}
        label={t('municipalities.provider.clientId')}
        maxLength={200}
        spellcheck={false}
        required
      />
      <PasswordField
        name={name}
        error={error}
        label={t('municipalities.provider.secret')}
        hint={isFirst ? undefined : t('municipalities.provider.secretHint')}
        autocomplete="new-password"
        required={isFirst}
      />
    </Fieldset>
  )
}

function Roles({ t, form }: PartProps) {
  return (
    <Fieldset legend={t('municipalities.provider.roles')} hint={t('municipalities.provider.rolesHint')}>
      <TextField
        {...form.field('roleClaim')}
        label={t('municipalities.provider.claim')}
        hint={t('municipalities.provider.claimHint')}
        maxLength={100}
        spellcheck={false}
      />
      <Disclosure summary={t('municipalities.provider.values')} open={form.field('roleClaim').value !== ''}>
        {roles.map((role) => (
          <TextField
            key={role}
            {...form.field(roleField(role))}
            label={t(`http.role.${role}`)}
            maxLength={400}
            spellcheck={false}
          />
        ))}
      </Disclosure>
    </Fieldset>
  )
}

function IsOn({ t, form }: PartProps) {
  const { name, value, error } = form.field('isOn')
  return (
    <Checkbox
      name={name}
      checked={value === 'yes'}
      error={error}
      label={t('municipalities.provider.isOn')}
      hint={t('municipalities.provider.isOnHint')}
    />
  )
}
