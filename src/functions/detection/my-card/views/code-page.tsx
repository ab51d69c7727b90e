import type { FilledForm, PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, ButtonRow, CodeField, ErrorSummary, Form, Hint, Stack } from '../../../../ui/index.ts'

type Props = { readonly t: Texts; readonly municipality: PublicMunicipality; readonly form: FilledForm }

/** The door to one's own card: the code of the receipt. */
export function CodePage({ t, municipality, form }: Props) {
  return (
    <Stack>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Form action={`/in/${municipality.slug}/my-card`}>
        <CodeField
          {...form.field('code')}
          label={t('resident.my.code')}
          hint={t('resident.my.codeHint')}
          labelIsHeading
          maxLength={40}
        />
        <ButtonRow>
          <Button>{t('resident.my.show')}</Button>
        </ButtonRow>
      </Form>
      <Hint>{t('resident.my.lost', { name: municipality.contact.name, phone: municipality.contact.phone })}</Hint>
    </Stack>
  )
}
