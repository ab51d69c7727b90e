import { BackLink, Button, Form, Heading, Lead, Stack } from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'

/** Asks to sign in again before a way in is changed. */
export function AgainPage({ t }: { readonly t: Texts }) {
  return (
    <Stack>
      <BackLink href="/account" text={t('identity.account.title')} />
      <Heading level={1}>{t('identity.again.title')}</Heading>
      <Lead>{t('identity.again.text')}</Lead>
      <Form action="/account/sign-in-again">
        <Button>{t('identity.again.button')}</Button>
      </Form>
    </Stack>
  )
}
