import type { FilledForm } from '../../../platform/http/index.ts'
import { languageName, spokenLanguages, type Texts } from '../../../platform/messages/index.ts'
import {
  CheckboxGroup,
  DateField,
  EmailField,
  Fieldset,
  Grid,
  NumberField,
  PhoneField,
  RadioGroup,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { waysIn } from '../service.ts'

type Props = { readonly t: Texts; readonly form: FilledForm }

/** What it costs and how long one waits. */
export function ServiceCostFields({ t, form }: Props) {
  return (
    <Fieldset legend={t('organisations.service.costAndWaiting')}>
      <RadioGroup
        {...form.field('cost')}
        label={t('resident.services.cost')}
        choices={[
          { value: 'free', label: t('resident.services.free') },
          { value: 'paid', label: t('resident.services.paid') },
        ]}
        inline
        required
      />
      <TextField
        {...form.field('feesDescription')}
        label={t('organisations.fees')}
        hint={t('organisations.fees.hint')}
        maxLength={300}
      />
      <Grid>
        <NumberField
          {...form.field('waitingWeeks')}
          label={t('resident.services.waiting')}
          unit={t('organisations.weeks')}
          hint={t('organisations.waiting.hint')}
        />
        <DateField {...form.field('waitingMeasuredOn')} label={t('organisations.waiting.measuredOn')} max={t.today} />
      </Grid>
    </Fieldset>
  )
}

/** How one reaches it and in which language. */
export function ServiceContactFields({ t, form }: Props) {
  return (
    <Fieldset legend={t('organisations.contact')} hint={t('organisations.contact.hint')}>
      <Grid>
        <PhoneField {...form.field('phone')} label={t('resident.services.contact.phone')} autocomplete="off" />
        <EmailField {...form.field('email')} label={t('resident.services.contact.email')} autocomplete="off" />
        <TextField {...form.field('website')} label={t('resident.services.contact.web')} spellcheck={false} />
      </Grid>
      <TextField
        {...form.field('streetAddress')}
        label={t('organisations.street')}
        autocomplete="off"
        maxLength={200}
      />
      <Grid>
        <TextField {...form.field('postalCode')} label={t('organisations.postalCode')} width="short" maxLength={12} />
        <TextField {...form.field('city')} label={t('organisations.city')} width="medium" maxLength={80} />
      </Grid>
      <TextArea {...form.field('openingHours')} label={t('resident.services.contact.hours')} rows={2} maxLength={500} />
      <CheckboxGroup
        {...form.list('accessibility')}
        label={t('resident.services.ways')}
        choices={waysIn.map((way) => ({ value: way, label: t(`resident.services.way.${way}`) }))}
        inline
      />
      <CheckboxGroup
        {...form.list('languages')}
        label={t('resident.services.languages')}
        filterLabel={t('organisations.languages.filter')}
        choices={[...new Set([...spokenLanguages, ...form.list('languages').values])].map((code) => ({
          value: code,
          label: languageName(t, code),
        }))}
        inline
      />
    </Fieldset>
  )
}
