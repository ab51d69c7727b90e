import type { FilledForm } from '../../../platform/http/index.ts'
import { languageName, type Texts } from '../../../platform/messages/index.ts'
import { CheckboxGroup, DateField, Fieldset, Grid, NumberField } from '../../../ui/index.ts'
import { spokenLanguages, visitTimes, volunteerTasks } from '../volunteer.ts'

type Props = { readonly t: Texts; readonly form: FilledForm }

/** Wishes and limits, the same for a volunteer and for who guides them. */
export function WishFields({ t, form }: Props) {
  return (
    <>
      <Fieldset legend={t('volunteers.wishes.title')} hint={t('volunteers.wishes.hint')}>
        <CheckboxGroup
          {...form.list('tasks')}
          label={t('volunteers.tasks')}
          choices={volunteerTasks.map((value) => ({ value, label: t(`volunteers.task.${value}`) }))}
        />
        <CheckboxGroup
          {...form.list('times')}
          label={t('volunteers.times')}
          choices={visitTimes.map((value) => ({ value, label: t(`volunteers.time.${value}`) }))}
        />
        <CheckboxGroup
          {...form.list('languages')}
          label={t('volunteers.languages')}
          filterLabel={t('volunteers.languages.filter')}
          choices={spokenLanguages.map((value) => ({ value, label: languageName(t, value) }))}
        />
      </Fieldset>
      <Fieldset legend={t('volunteers.limits.title')} hint={t('volunteers.limits.hint')}>
        <Grid cell="small">
          <NumberField {...form.field('visitsPerWeek')} label={t('volunteers.visitsPerWeek')} />
          <NumberField {...form.field('visitsPerMonth')} label={t('volunteers.visitsPerMonth')} />
        </Grid>
      </Fieldset>
      <Fieldset legend={t('volunteers.pause.title')} hint={t('volunteers.pause.hint')}>
        <Grid cell="small">
          <DateField {...form.field('pausedFrom')} label={t('volunteers.pausedFrom')} />
          <DateField {...form.field('pausedUntil')} label={t('volunteers.pausedUntil')} />
        </Grid>
      </Fieldset>
    </>
  )
}
