import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  PasswordField,
  Stack,
} from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'

type Props = { readonly t: Texts; readonly isOn: boolean; readonly error?: string | undefined }

/** Switching codes on, making new backup codes, switching off: each asks the password once more. */
export function SecondFactorPage({ t, isOn, error }: Props) {
  return (
    <Stack>
      <BackLink href="/account" text={t('identity.account.title')} />
      <ErrorSummary title={t('form.summary')} errors={error ? [{ field: 'password', text: error }] : []} />
      <Heading level={1}>{t('identity.second.title')}</Heading>
      <Lead>{t(isOn ? 'identity.second.isOn' : 'identity.second.why')}</Lead>
      <Form action="/account/second-factor">
        <PasswordField name="password" label={t('identity.password.present')} required error={error} />
        <ButtonRow>
          {isOn ? (
            <>
              <Button formAction="/account/second-factor/backup-codes">{t('identity.second.newCodes')}</Button>
              <Button look="danger" formAction="/account/second-factor/ending">
                {t('identity.second.end')}
              </Button>
            </>
          ) : (
            <Button>{t('identity.next')}</Button>
          )}
        </ButtonRow>
      </Form>
    </Stack>
  )
}
