import { Checkbox, CheckboxGroup, Heading, Hint, RadioGroup, TextArea } from '../../../../ui/index.ts'
import { cardLengths } from '../../cards/card-input.ts'
import type { FieldsProps } from './fields-props.ts'

/** What may be told to whom (P2). The coordinator reads the card; everything else is a choice. */
export function AgreementFields({ t, isOwn, typed, typedList, errorOf }: FieldsProps) {
  const receivers = isOwn ? (['socialWorker', 'partner'] as const) : (['socialWorker', 'partner', 'sender'] as const)
  return (
    <>
      <Heading level={1}>{t('resident.card.step.agreement')}</Heading>
      <Hint>{t('resident.card.agreement.hint')}</Hint>
      <TextArea
        name="mayTell"
        label={t('resident.card.mayTell')}
        value={typed('mayTell') ?? t('resident.card.mayTell.all')}
        error={errorOf('mayTell')}
        rows={2}
        maxLength={cardLengths.mayTell}
      />
      <CheckboxGroup
        name="toWhom"
        label={t('resident.card.toWhom')}
        hint={t('resident.card.toWhom.hint')}
        values={typedList('toWhom')}
        error={errorOf('toWhom')}
        choices={receivers.map((value) => ({ value, label: t(`resident.card.receiver.${value}`) }))}
      />
      {isOwn ? null : (
        <RadioGroup
          name="given"
          label={t('resident.card.given')}
          value={typed('given') ?? 'spoken'}
          error={errorOf('given')}
          inline
          choices={[
            { value: 'spoken', label: t('resident.card.given.spoken') },
            { value: 'written', label: t('resident.card.given.written') },
          ]}
        />
      )}
      <Checkbox
        name="agrees"
        label={isOwn ? t('resident.card.agrees.own') : t('resident.card.agrees')}
        checked={typed('agrees') === 'yes'}
        error={errorOf('agrees')}
      />
    </>
  )
}
