import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { DateField, NumberField, PhoneField, RadioGroup, TextArea, TextField } from '../../../../ui/index.ts'
import { notesLength } from '../forms.ts'
import { isLocalContact, kindsOf, type LocalParameter } from '../local-parameter.ts'

type Props = { readonly t: Texts; readonly parameter: LocalParameter; readonly form: FilledForm }

/** The fields of a dated value; what does not belong to the chosen kind is left out when kept. */
export function ValueFields({ t, parameter, form }: Props) {
  const optionalText = t('guidance.optional')
  return (
    <>
      <DateField
        {...form.field('validFrom')}
        label={t('guidance.local.validFrom')}
        hint={t('guidance.local.validFromHint')}
        min="2000-01-01"
        max="2100-12-31"
        required
      />
      <RadioGroup
        {...form.field('kind')}
        label={t('guidance.local.whatHolds')}
        required
        choices={kindsOf(parameter).map((kind) => ({ value: kind, label: t(`guidance.local.choose.${kind}`) }))}
      />
      {isLocalContact(parameter) ? (
        <>
          <TextField {...form.field('name')} label={t('guidance.local.contactName')} maxLength={120} />
          <PhoneField {...form.field('phone')} label={t('guidance.local.contactPhone')} optionalText={optionalText} />
          <TextField
            {...form.field('address')}
            label={t('guidance.local.contactAddress')}
            maxLength={200}
            optionalText={optionalText}
          />
          <TextField
            {...form.field('hours')}
            label={t('guidance.local.contactHours')}
            hint={t('guidance.local.contactHoursHint')}
            maxLength={200}
            optionalText={optionalText}
          />
        </>
      ) : (
        <NumberField
          {...form.field('amount')}
          decimal
          unit="€"
          label={t(`guidance.local.amount.${parameter}`)}
          hint={t('guidance.local.amountHint')}
        />
      )}
      <TextArea
        {...form.field('notes')}
        label={t('guidance.local.notes')}
        hint={t('guidance.local.notesHint')}
        maxLength={notesLength}
        countText={t('guidance.hint.left')}
        rows={3}
        optionalText={optionalText}
      />
      <TextField
        {...form.field('source')}
        label={t('guidance.local.source')}
        hint={t('guidance.local.sourceHint')}
        maxLength={200}
        required
      />
    </>
  )
}
