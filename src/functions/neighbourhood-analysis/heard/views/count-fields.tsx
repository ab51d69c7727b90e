import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Fieldset, Grid, NumberField, RadioGroup } from '../../../../ui/index.ts'
import { groupChoices } from '../../findings/views/choices.ts'
import { groupField } from '../forms.ts'
import { waysOfCounting } from '../heard.ts'

type Props = { readonly t: Texts; readonly form: FilledForm }

/** How many people were there, in all and per group; names are never asked. */
export function CountFields({ t, form }: Props) {
  return (
    <>
      <NumberField {...form.field('people')} label={t('analysis.heard.people.label')} required />
      <Fieldset legend={t('analysis.heard.perGroup')} hint={t('analysis.heard.perGroup.hint')}>
        <Grid cell="medium">
          {groupChoices(t).map(({ value, label }) => (
            <NumberField key={value} {...form.field(groupField(value))} label={label} />
          ))}
        </Grid>
      </Fieldset>
      <RadioGroup
        {...form.field('counted')}
        label={t('analysis.heard.counted')}
        choices={waysOfCounting.map((way) => ({ value: way, label: t(`analysis.heard.counted.label.${way}`) }))}
        required
      />
    </>
  )
}
