import { Button, ButtonRow, Form, Hint, PhoneField, TextField } from '../../../ui/index.ts'
import type { RequestPageProps } from './request-page-props.ts'

/** Where no coordinator is under secrecy: the officer names whom the request is of, and hears whether there is one person of that name. */
export function NameSection({ t, request, form, mayNamePerson }: RequestPageProps) {
  if (!mayNamePerson) return null
  return (
    <Form action={`/rights/${request.id}/person`} hidden={{ version: String(request.version) }}>
      <Hint>{t('rights.name.hint')}</Hint>
      <TextField {...form.field('name')} label={t('rights.name')} maxLength={160} required />
      <PhoneField
        {...form.field('phone')}
        label={t('rights.name.phone')}
        optionalText={t('rights.optional')}
        hint={t('rights.name.phoneHint')}
      />
      <ButtonRow>
        <Button look="secondary">{t('rights.name.tie')}</Button>
      </ButtonRow>
    </Form>
  )
}
