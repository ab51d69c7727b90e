import {
  BackLink,
  Button,
  ButtonRow,
  EmailField,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  PasswordField,
  Stack,
} from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'
import { passwordLength } from '../../accounts/password.ts'

type AskProps = { readonly t: Texts; readonly email?: string | undefined; readonly error?: string | undefined }

/** Asks a link to choose a new password with. */
export function ResetAskPage({ t, email, error }: AskProps) {
  return (
    <Stack>
      <BackLink href="/sign-in/password" text={t('identity.password.signIn')} />
      <ErrorSummary title={t('form.summary')} errors={error ? [{ field: 'email', text: error }] : []} />
      <Heading level={1}>{t('identity.reset.title')}</Heading>
      <Lead>{t('identity.reset.lead')}</Lead>
      <Form action="/sign-in/password/link">
        <EmailField name="email" label={t('identity.email')} value={email} required error={error} />
        <ButtonRow>
          <Button icon="mail">{t('identity.signIn.mailMe')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

type ChooseProps = { readonly t: Texts; readonly token: string; readonly error?: string | undefined }

/** Chooses the new password. */
export function ResetChoosePage({ t, token, error }: ChooseProps) {
  return (
    <Stack>
      <ErrorSummary title={t('form.summary')} errors={error ? [{ field: 'password', text: error }] : []} />
      <Heading level={1}>{t('identity.reset.choose')}</Heading>
      <Form action="/sign-in/password/new" hidden={{ token }}>
        <PasswordField
          name="password"
          label={t('identity.password.new')}
          hint={t('identity.password.hint', { min: passwordLength.min })}
          autocomplete="new-password"
          required
          error={error}
        />
        <ButtonRow>
          <Button>{t('identity.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
