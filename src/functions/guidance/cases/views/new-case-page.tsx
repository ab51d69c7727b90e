import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { fullName, type PersonSummary } from '../../../../registers/people/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Fieldset,
  Form,
  Heading,
  Lead,
  PhoneField,
  Stack,
  TextField,
} from '../../../../ui/index.ts'
import { lineLength } from '../../text-about-person.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly id: string
  readonly newPersonId: string
  /** Known already; otherwise the form asks who it is. */
  readonly person: PersonSummary | undefined
}

/** Opens a case without a card: somebody came to the counter, or called. */
export function NewCasePage({ t, form, id, newPersonId, person }: Props) {
  return (
    <Stack>
      <BackLink href="/cases" text={t('guidance.cases.title')} />
      <Heading level={1}>{t('guidance.case.new')}</Heading>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Form action="/cases" hidden={{ id, personId: person?.id, newPersonId }}>
        {person ? (
          <Lead>{t('guidance.case.for', { name: fullName(person) })}</Lead>
        ) : (
          <Fieldset legend={t('guidance.case.who')} hint={t('guidance.case.whoHint')}>
            <TextField {...form.field('givenName')} label={t('people.field.givenName')} required maxLength={80} />
            <TextField
              {...form.field('familyName')}
              label={t('people.field.familyName')}
              optionalText={t('guidance.optional')}
              maxLength={80}
            />
            <PhoneField
              {...form.field('phone')}
              label={t('people.field.phone')}
              optionalText={t('guidance.optional')}
              autocomplete="off"
            />
            <TextField
              {...form.field('placeText')}
              label={t('people.field.placeText')}
              hint={t('people.field.placeTextHint')}
              optionalText={t('guidance.optional')}
              maxLength={lineLength}
            />
          </Fieldset>
        )}
        <TextField
          {...form.field('title')}
          label={t('guidance.case.title')}
          hint={t('guidance.case.titleHint')}
          optionalText={t('guidance.optional')}
          maxLength={80}
        />
        <ButtonRow>
          <Button>{t('guidance.case.open')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
