import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { fullName, type PersonSummary } from '../../../../registers/people/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Stack,
  TextField,
} from '../../../../ui/index.ts'

type Props = {
  readonly t: Texts
  readonly signalId: string
  readonly hidden: { readonly version: string; readonly newPersonId: string }
  readonly people: readonly PersonSummary[]
  readonly form: FilledForm
}

/** For whom is the case: somebody we know already, or somebody new. */
export function CasePage({ t, signalId, hidden, people, form }: Props) {
  return (
    <Stack>
      <BackLink href={`/inbox/${signalId}`} text={t('detection.case.back')} />
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Heading level={1}>{t('detection.case.title')}</Heading>
      <Lead>{t('detection.case.lead')}</Lead>
      <Form action={`/inbox/${signalId}/case`} hidden={hidden}>
        <RadioGroup
          {...form.field('person')}
          label={t('detection.case.who')}
          choices={[
            ...people.map((person) => ({ value: person.id, label: fullName(person), hint: hintOf(t, person) })),
            {
              value: 'new',
              label: t('detection.case.new'),
              hint: people.length === 0 ? t('detection.case.nobodyFound') : undefined,
            },
          ]}
        />
        <TextField
          {...form.field('givenName')}
          label={t('detection.case.givenName')}
          hint={t('detection.case.nameHint')}
          width="medium"
          maxLength={80}
        />
        <TextField
          {...form.field('familyName')}
          label={t('detection.case.familyName')}
          optionalText={t('resident.card.optional')}
          width="medium"
          maxLength={80}
        />
        <ButtonRow>
          <Button icon="folder-open">{t('detection.act.openCase')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

function hintOf(t: Texts, { birthYear, phone, placeText }: PersonSummary): string {
  return [birthYear ? t('detection.case.born', { year: String(birthYear) }) : null, phone, placeText]
    .filter(Boolean)
    .join(' · ')
}
