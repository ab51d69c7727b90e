import { Button, ButtonRow, Form, Heading, Lead, Stack } from '../../../../ui/index.ts'
import type { Texts } from '../../../messages/index.ts'

type Props = { readonly t: Texts; readonly token: string }

/** A button to press: programs that open links in mails to inspect them do not press it, so the link is not used up. */
export function LinkPage({ t, token }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('identity.link.title')}</Heading>
      <Lead>{t('identity.link.lead')}</Lead>
      <Form action="/sign-in/link" hidden={{ token }}>
        <ButtonRow>
          <Button icon="log-in">{t('identity.link.enter')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
