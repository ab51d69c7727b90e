import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  CodeField,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Stack,
} from '../../../../../ui/index.ts'

type Props = { readonly t: Texts; readonly slug: string; readonly form: FilledForm; readonly phone: string }

/** A resident types the code of the letter: no visit at this address. No name, no reason, no account. */
export function OptOutPage({ t, slug, form, phone }: Props) {
  return (
    <Form action={`/in/${slug}/opt-out`}>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <CodeField
        {...form.field('code')}
        label={t('resident.optOut.question')}
        labelIsHeading
        hint={t('resident.optOut.hint')}
        required
      />
      <ButtonRow>
        <Button>{t('resident.optOut.send')}</Button>
      </ButtonRow>
      {phone ? <p>{t('resident.optOut.byPhone', { phone })}</p> : null}
    </Form>
  )
}

/** It is noted. */
export function OptOutDonePage({ t, slug, phone }: Omit<Props, 'form'>) {
  return (
    <Stack>
      <Heading level={1}>{t('resident.optOut.done')}</Heading>
      <p>{t('resident.optOut.done.text')}</p>
      {phone ? <p>{t('resident.optOut.done.change', { phone })}</p> : null}
      <ButtonRow>
        <LinkButton href={`/in/${slug}`}>{t('resident.optOut.home')}</LinkButton>
      </ButtonRow>
    </Stack>
  )
}
