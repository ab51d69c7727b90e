import { secrecyStatuses } from '../../../../platform/access/actor.ts'
import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { CheckboxGroup, DateField, Fieldset, RadioGroup, TextField } from '../../../../ui/index.ts'
import type { Choices } from '../choices.ts'

type Props = { readonly t: Texts; readonly form: FilledForm; readonly choices: Choices }

/** Secrecy with its proof, and the neighbourhoods: what an invitation and a membership share. */
export function MembershipFields({ t, form, choices }: Props) {
  return (
    <>
      <Fieldset legend={t('municipalities.secrecy.title')} hint={t('municipalities.secrecy.hint')}>
        <RadioGroup
          {...form.field('secrecy')}
          label={t('municipalities.secrecy.status')}
          choices={secrecyStatuses.map((value) => ({ value, label: t(`municipalities.secrecy.${value}`) }))}
        />
        <TextField
          {...form.field('secrecyProof')}
          label={t('municipalities.secrecy.proof')}
          hint={t('municipalities.secrecy.proofHint')}
          maxLength={200}
        />
        <DateField {...form.field('secrecyReviewOn')} label={t('municipalities.secrecy.reviewOn')} />
      </Fieldset>
      {choices.neighbourhoods.length > 0 && (
        <CheckboxGroup
          {...form.list('neighbourhoodIds')}
          label={t('municipalities.neighbourhoods')}
          hint={t('municipalities.neighbourhoods.hint')}
          choices={choices.neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))}
          filterLabel={choices.neighbourhoods.length > 12 ? t('municipalities.neighbourhoods.filter') : undefined}
        />
      )}
    </>
  )
}
