import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import {
  Checkbox,
  EmailField,
  Heading,
  Hint,
  PhoneField,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { cardLanguages, cardLengths } from '../../cards/card-input.ts'
import { languageChoices } from '../../cards/views/language-choices.ts'
import { webSources } from '../card-draft.ts'
import { EmergencyLines } from './emergency-lines.tsx'
import type { FieldsProps } from './fields-props.ts'

/** For whom: for oneself, or as somebody who helps. */
export function WhoField({ t, typed, errorOf }: FieldsProps) {
  return (
    <RadioGroup
      name="source"
      label={t('resident.card.step.who')}
      labelIsHeading
      value={typed('source')}
      error={errorOf('source')}
      choices={webSources.map((value) => ({ value, label: t(`resident.card.source.${value}`) }))}
    />
  )
}

/** A card about somebody else is filled in with that person, or not at all. */
export function TogetherField({ t, typed, errorOf }: FieldsProps) {
  return (
    <RadioGroup
      name="together"
      label={t('resident.card.step.together')}
      labelIsHeading
      hint={t('resident.card.together.hint')}
      value={typed('together')}
      error={errorOf('together')}
      choices={[
        { value: 'yes', label: t('resident.card.together.yes') },
        { value: 'no', label: t('resident.card.together.no') },
      ]}
    />
  )
}

/** What the person wants, in their words. */
export function WishField({ t, isOwn, typed, errorOf }: FieldsProps) {
  return (
    <TextArea
      name="wish"
      label={t('resident.card.step.wish')}
      labelIsHeading
      hint={isOwn ? t('resident.card.wish.hintOwn') : t('resident.card.wish.hint')}
      value={typed('wish')}
      error={errorOf('wish')}
      rows={7}
      maxLength={cardLengths.wish}
      countText={t('resident.card.left')}
      numberPatternWarning={t('resident.card.numberWarning')}
    />
  )
}

/** One way to reach the person is enough. */
export function ContactFields({ t, isOwn, typed, errorOf }: FieldsProps) {
  const optionalText = t('resident.card.optional')
  const field = (name: string) => ({ name, value: typed(name), error: errorOf(name) })
  return (
    <>
      <Heading level={1}>{t('resident.card.step.contact')}</Heading>
      <Hint>{t('resident.card.contact.hint')}</Hint>
      <TextField
        {...field('name')}
        label={isOwn ? t('resident.card.name.own') : t('resident.card.name')}
        hint={t('resident.card.name.hint')}
        optionalText={optionalText}
        autocomplete={isOwn ? 'name' : 'off'}
        maxLength={cardLengths.name}
      />
      <PhoneField
        {...field('phone')}
        label={t('resident.card.phone')}
        optionalText={optionalText}
        autocomplete={isOwn ? 'tel' : 'off'}
      />
      <EmailField
        {...field('email')}
        label={t('resident.card.email')}
        optionalText={optionalText}
        autocomplete={isOwn ? 'email' : 'off'}
      />
      <TextField
        {...field('placeText')}
        label={t('resident.card.place')}
        hint={t('resident.card.place.hint')}
        optionalText={optionalText}
        autocomplete={isOwn ? 'street-address' : 'off'}
        maxLength={cardLengths.placeText}
      />
    </>
  )
}

/** When and in which language somebody may be reached. */
export function ReachFields({ t, typed, errorOf }: FieldsProps) {
  return (
    <>
      <Heading level={1}>{t('resident.card.step.reach')}</Heading>
      <TextField
        name="reachWhen"
        label={t('resident.card.reachWhen')}
        hint={t('resident.card.reachWhen.hint')}
        optionalText={t('resident.card.optional')}
        value={typed('reachWhen')}
        error={errorOf('reachWhen')}
        maxLength={cardLengths.reachWhen}
      />
      <Select
        name="language"
        label={t('resident.card.language')}
        value={typed('language') ?? t.language}
        error={errorOf('language')}
        choices={languageChoices(t, cardLanguages)}
      />
      <Checkbox
        name="needsInterpreter"
        label={t('resident.card.interpreter')}
        checked={typed('needsInterpreter') === 'yes'}
      />
    </>
  )
}

/** How soon; with what to do when it cannot wait. */
export function UrgencyField({
  t,
  typed,
  errorOf,
  municipality,
}: FieldsProps & { readonly municipality: PublicMunicipality }) {
  return (
    <>
      <RadioGroup
        name="urgency"
        label={t('resident.card.step.urgency')}
        labelIsHeading
        value={typed('urgency')}
        error={errorOf('urgency')}
        choices={[
          {
            value: 'ordinary',
            label: t('resident.card.urgency.ordinary'),
            hint: t('resident.card.urgency.ordinary.hint'),
          },
          { value: 'urgent', label: t('resident.card.urgency.urgent'), hint: t('resident.card.urgency.urgent.hint') },
        ]}
      />
      <EmergencyLines t={t} municipality={municipality} />
    </>
  )
}

/** Who filled it in with the person. */
export function ByField({ t, typed, errorOf }: FieldsProps) {
  return (
    <TextField
      name="filledInBy"
      label={t('resident.card.step.by')}
      labelIsHeading
      hint={t('resident.card.by.hint')}
      value={typed('filledInBy')}
      error={errorOf('filledInBy')}
      maxLength={cardLengths.filledInBy}
    />
  )
}
