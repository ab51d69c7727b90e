import { BackLink, Button, ButtonRow, ErrorSummary, Form, Heading, PasswordField, Stack } from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'
import { passwordLength } from '../password.ts'

type Props = {
  readonly t: Texts
  readonly title: string
  /** There is no password yet, so no present one to ask. */
  readonly isFirst: boolean
  readonly errors: readonly { readonly field: string; readonly text: string }[]
}

/** A first password, or another one. */
export function OwnPasswordPage({ t, title, isFirst, errors }: Props) {
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text
  return (
    <Stack>
      <BackLink href="/account" text={t('identity.account.title')} />
      <ErrorSummary title={t('form.summary')} errors={errors} />
      <Heading level={1}>{title}</Heading>
      <Form action="/account/password">
        {!isFirst && (
          <PasswordField name="present" label={t('identity.password.present')} required error={errorOf('present')} />
        )}
        <PasswordField
          name="password"
          label={t('identity.password.new')}
          hint={t('identity.password.hint', { min: passwordLength.min })}
          autocomplete="new-password"
          required
          error={errorOf('password')}
        />
        <ButtonRow>
          <Button>{t('identity.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
