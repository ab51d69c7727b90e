import { cardLanguages, cardLengths, cardReceivers } from '../../../functions/detection/contract.ts'
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  findNumberPattern,
  Notice,
  PhoneField,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import type { Words } from '../../texts.ts'
import { many, one, typed, type Values } from '../draft-form.tsx'
import type { CardProblem } from './card-values.ts'

export type FieldProblems = readonly CardProblem[]
type Props = { readonly t: Words; readonly values: Values; readonly problems: FieldProblems }

/** What the person wants, in their words, and how to reach them. No diagnosis, income or origin: there is no field. */
export function WishFields({ t, values, problems }: Props) {
  const errorOf = errorsIn(t, problems)
  return (
    <>
      <Problems t={t} problems={problems} />
      <TextArea
        name="wish"
        label={t('resident.homeVisit.card.wish')}
        hint={t('resident.homeVisit.card.wishHint')}
        rows={5}
        maxLength={cardLengths.wish}
        value={typed(values, 'wish')}
        error={errorOf('wish')}
      />
      <NumberWarning t={t} text={one(values, 'wish')} />
      <TextField
        name="name"
        label={t('resident.homeVisit.card.name')}
        optionalText={t('resident.homeVisit.optional')}
        autocomplete="off"
        value={typed(values, 'name')}
        error={errorOf('name')}
      />
      <PhoneField
        name="phone"
        label={t('resident.homeVisit.card.phone')}
        optionalText={t('resident.homeVisit.optional')}
        autocomplete="off"
        value={typed(values, 'phone')}
        error={errorOf('phone')}
      />
      <TextField
        name="reachWhen"
        label={t('resident.homeVisit.card.reachWhen')}
        hint={t('resident.homeVisit.card.reachWhenHint')}
        optionalText={t('resident.homeVisit.optional')}
        autocomplete="off"
        value={typed(values, 'reachWhen')}
        error={errorOf('reachWhen')}
      />
      <Select
        name="language"
        label={t('resident.homeVisit.card.language')}
        value={one(values, 'language') || t.language}
        choices={languageChoices(t)}
      />
      <Checkbox
        name="needsInterpreter"
        label={t('resident.homeVisit.card.interpreter')}
        checked={one(values, 'needsInterpreter') !== ''}
      />
      <RadioGroup
        name="urgency"
        label={t('resident.homeVisit.card.urgency')}
        value={one(values, 'urgency') || 'ordinary'}
        choices={[
          { value: 'ordinary', label: t('resident.homeVisit.card.ordinary') },
          { value: 'urgent', label: t('resident.homeVisit.card.urgent') },
        ]}
      />
    </>
  )
}

/** What may be told, to whom, until when, and how it was said (P2). */
export function AgreementFields({ t, values, problems }: Props) {
  const errorOf = errorsIn(t, problems)
  return (
    <>
      <Problems t={t} problems={problems} />
      <TextArea
        name="mayTell"
        label={t('resident.homeVisit.card.mayTell')}
        hint={t('resident.homeVisit.card.mayTellHint')}
        rows={3}
        maxLength={cardLengths.mayTell}
        value={typed(values, 'mayTell')}
        error={errorOf('mayTell')}
      />
      <NumberWarning t={t} text={one(values, 'mayTell')} />
      <CheckboxGroup
        name="toWhom"
        label={t('resident.homeVisit.card.toWhom')}
        values={many(values, 'toWhom')}
        error={errorOf('toWhom')}
        choices={cardReceivers.map((value) => ({ value, label: t(`resident.homeVisit.receiver.${value}`) }))}
      />
      <DateField
        name="validUntil"
        label={t('resident.homeVisit.card.validUntil')}
        hint={t('resident.homeVisit.card.validUntilHint')}
        optionalText={t('resident.homeVisit.optional')}
        value={typed(values, 'validUntil')}
        error={errorOf('validUntil')}
      />
      <RadioGroup
        name="given"
        label={t('resident.homeVisit.card.given')}
        value={one(values, 'given') || null}
        error={errorOf('given')}
        choices={[
          { value: 'spoken', label: t('resident.homeVisit.card.spoken') },
          { value: 'written', label: t('resident.homeVisit.card.written') },
        ]}
      />
    </>
  )
}

function Problems({ t, problems }: Pick<Props, 't' | 'problems'>) {
  const errors = problems.map(({ field, what }) => ({ field, text: t(`resident.homeVisit.error.${what}`) }))
  return <ErrorSummary title={t('resident.homeVisit.errors')} errors={errors} />
}

/** Warns while typing; handing in is refused as long as the number stands there. */
function NumberWarning({ t, text }: { readonly t: Words; readonly text: string }) {
  return findNumberPattern(text) ? (
    <Notice kind="attention" announce>
      {t('resident.homeVisit.error.nationalNumber')}
    </Notice>
  ) : null
}

const errorsIn = (t: Words, problems: FieldProblems) => (field: string) => {
  const problem = problems.find((each) => each.field === field)
  return problem && t(`resident.homeVisit.error.${problem.what}`)
}

function languageChoices(t: Words) {
  const names = new Intl.DisplayNames([t.language], { type: 'language' })
  return cardLanguages.map((value) => ({ value, label: names.of(value) ?? value }))
}
