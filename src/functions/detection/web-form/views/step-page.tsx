import { errorTexts, type FormErrors, type PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, Stack } from '../../../../ui/index.ts'
import type { CardDraft, CardStep } from '../card-draft.ts'
import { AgreementFields } from './agreement-fields.tsx'
import type { FieldsProps } from './fields-props.ts'
import {
  ByField,
  ContactFields,
  ReachFields,
  TogetherField,
  UrgencyField,
  WhoField,
  WishField,
} from './step-fields.tsx'

export type StepProps = {
  readonly t: Texts
  readonly municipality: PublicMunicipality
  readonly draft: CardDraft
  readonly errors: FormErrors
}

/** One question of the card. */
export function StepPage({
  t,
  municipality,
  draft,
  errors,
  step,
}: StepProps & { readonly step: Exclude<CardStep, 'check'> }) {
  const texts = errorTexts(t, errors)
  const typedList = (field: string) => [draft.fields[field] ?? []].flat()
  const fields: FieldsProps = {
    t,
    isOwn: draft.fields.source === 'resident',
    typedList,
    typed: (field) => typedList(field)[0],
    errorOf: (field) => texts.find((error) => error.field === field)?.text,
  }
  const Fields = fieldsOfStep[step]
  return (
    <Stack>
      <ErrorSummary title={t('form.summary')} errors={texts} />
      <Form action={`/in/${municipality.slug}/card/${step}`}>
        <Fields {...fields} municipality={municipality} />
        <ButtonRow>
          <Button>{t('resident.card.next')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

const fieldsOfStep = {
  who: WhoField,
  together: TogetherField,
  wish: WishField,
  contact: ContactFields,
  reach: ReachFields,
  agreement: AgreementFields,
  urgency: UrgencyField,
  by: ByField,
} as const
