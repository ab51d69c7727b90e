import { Button, ButtonRow, CodeField, ErrorSummary, Form, Heading, Link, Stack } from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'

type Props = { readonly t: Texts; readonly error?: string | undefined }

/** The code of the app, or a backup code. */
export function CodePage({ t, error }: Props) {
  return (
    <Stack>
      <ErrorSummary title={t('form.summary')} errors={error ? [{ field: 'code', text: error }] : []} />
      <Heading level={1}>{t('identity.code.title')}</Heading>
      <Form action="/sign-in/code">
        <CodeField
          name="code"
          label={t('identity.code')}
          hint={t('identity.code.hint')}
          autocomplete="one-time-code"
          required
          error={error}
        />
        <ButtonRow>
          <Button icon="log-in">{t('identity.signIn.title')}</Button>
        </ButtonRow>
      </Form>
      <Link href="/sign-in">{t('identity.code.otherWay')}</Link>
    </Stack>
  )
}
