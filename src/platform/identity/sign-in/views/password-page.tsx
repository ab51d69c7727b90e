import {
  BackLink,
  Button,
  ButtonRow,
  EmailField,
  ErrorSummary,
  Form,
  Heading,
  Link,
  PasswordField,
  Stack,
} from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'

type Props = {
  readonly t: Texts
  readonly email?: string | undefined
  readonly errors?: readonly { readonly field?: string; readonly text: string }[]
}

/** Address and password; the code follows. */
export function PasswordPage({ t, email, errors = [] }: Props) {
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text
  return (
    <Stack>
      <BackLink href="/sign-in" text={t('identity.signIn.title')} />
      <ErrorSummary title={t('form.summary')} errors={errors} />
      <Heading level={1}>{t('identity.password.signIn')}</Heading>
      <Form action="/sign-in/password">
        <EmailField name="email" label={t('identity.email')} value={email} required error={errorOf('email')} />
        <PasswordField name="password" label={t('identity.password')} required error={errorOf('password')} />
        <ButtonRow>
          <Button>{t('identity.next')}</Button>
        </ButtonRow>
      </Form>
      <Link href="/sign-in/password/link">{t('identity.password.forgotten')}</Link>
    </Stack>
  )
}
