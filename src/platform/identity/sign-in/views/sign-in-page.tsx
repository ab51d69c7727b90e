import {
  Button,
  ButtonRow,
  EmailField,
  ErrorSummary,
  Form,
  Heading,
  Hint,
  Lead,
  Link,
  Stack,
} from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'
import { DemoButtons } from '../../demo-sign-in/demo-buttons.tsx'
import type { DemoMember } from '../../demo-sign-in/demo-store.ts'

type Problems = readonly { readonly field: string; readonly text: string }[]
type Props = {
  readonly t: Texts
  readonly email?: string | undefined
  readonly errors?: Problems
  /** On a demo installation: who one may sign in as. */
  readonly demo?: readonly DemoMember[] | undefined
}

/** A link by mail first; a password for who has one. */
export function SignInPage({ t, email, errors = [], demo }: Props) {
  return (
    <Stack gap="large">
      <ErrorSummary title={t('form.summary')} errors={errors} />
      <Heading level={1}>{t('identity.signIn.title')}</Heading>
      {demo && <DemoButtons t={t} members={demo} />}
      <Stack>
        <Lead>{t('identity.signIn.lead')}</Lead>
        <Form action="/sign-in/links">
          <EmailField
            name="email"
            label={t('identity.email')}
            value={email}
            required
            error={errors.find(({ field }) => field === 'email')?.text}
          />
          <ButtonRow>
            <Button look={demo ? 'secondary' : 'primary'} icon="mail">
              {t('identity.signIn.mailMe')}
            </Button>
          </ButtonRow>
        </Form>
        <Link href="/sign-in/password">{t('identity.signIn.withPassword')}</Link>
        <Hint>{t('identity.signIn.noAccount')}</Hint>
      </Stack>
    </Stack>
  )
}
