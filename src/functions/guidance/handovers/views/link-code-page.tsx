import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, CodeField, ErrorSummary, Form, Heading, Lead, Stack } from '../../../../ui/index.ts'

type Props = { readonly t: Texts; readonly path: string; readonly form: FilledForm }

/** Asks for the code that came by phone. Says nothing of what is behind it. */
export function LinkCodePage({ t, path, form }: Props) {
  return (
    <Stack>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Heading level={1}>{t('guidance.link.page.title')}</Heading>
      <Lead>{t('guidance.link.page.lead')}</Lead>
      <Form action={path}>
        <CodeField
          {...form.field('code')}
          digits
          label={t('guidance.link.code')}
          hint={t('guidance.link.page.codeHint')}
          maxLength={20}
          required
        />
        <Button>{t('guidance.link.page.open')}</Button>
      </Form>
    </Stack>
  )
}
