import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
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
  LinkButton,
  PasskeyForm,
  Stack,
} from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'
import { DemoButtons } from '../../demo-sign-in/demo-buttons.tsx'
import type { DemoMember } from '../../demo-sign-in/demo-store.ts'
import type { OpenProvider } from '../../providers/provider-store.ts'

type Problems = readonly { readonly field?: string; readonly text: string }[]
type Props = {
  readonly t: Texts
  readonly email?: string | undefined
  readonly errors?: Problems
  /** The question for a device with a passkey. */
  readonly passkeyOptions: PublicKeyCredentialRequestOptionsJSON
  /** Municipalities whose own provider signs in. */
  readonly providers: readonly OpenProvider[]
  /** On a demo installation: who one may sign in as. */
  readonly demo?: readonly DemoMember[] | undefined
}

/** A link by mail first; then the ways of who set them up. */
export function SignInPage({ t, email, errors = [], passkeyOptions, providers, demo }: Props) {
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
        <PasskeyForm
          action="/sign-in/passkey"
          asks="get"
          options={passkeyOptions}
          refusedText={t('identity.passkeys.refused')}
        >
          <Button look="secondary" icon="key-round">
            {t('identity.signIn.withPasskey')}
          </Button>
        </PasskeyForm>
        {providers.map(({ slug, name, municipalityName }) => (
          <LinkButton key={slug} href={`/sign-in/provider/${slug}`} icon="building-2" about={municipalityName}>
            {t('identity.signIn.withProvider', { name })}
          </LinkButton>
        ))}
        <Link href="/sign-in/password">{t('identity.signIn.withPassword')}</Link>
        <Hint>{t('identity.signIn.noAccount')}</Hint>
      </Stack>
    </Stack>
  )
}
