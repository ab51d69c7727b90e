import { groupContent, labelOf } from '../../../../registers/frameworks/index.ts'
import { DateField, Fieldset, Grid, NumberField, TextArea, TextField } from '../../../../ui/index.ts'
import { longest } from '../forms.ts'
import { PartPage, type PartProps } from './part-page.tsx'

type Props = PartProps & {
  /** Codes of the groups that are counted. */
  readonly groups: readonly string[]
}

/** Where the analysis was told back: who was there, by group and without names, and what residents said. */
export function MeetingPage({ groups, ...props }: Props) {
  const { t, form } = props
  return (
    <PartPage {...props} part="meeting">
      <DateField {...form.field('heldOn')} label={t('analysis.reports.meeting.heldOn')} max={t.today} required />
      <TextField
        {...form.field('heldAt')}
        label={t('analysis.reports.meeting.heldAt')}
        hint={t('analysis.reports.meeting.heldAt.hint')}
        maxLength={longest.title}
        required
      />
      <TextArea
        {...form.field('invitedHow')}
        label={t('analysis.reports.meeting.invitedHow')}
        hint={t('analysis.reports.meeting.invitedHow.hint')}
        maxLength={longest.reason}
        rows={2}
        required
      />
      <NumberField
        {...form.field('peoplePresent')}
        label={t('analysis.reports.meeting.people')}
        hint={t('analysis.reports.people.hint')}
        required
      />
      <Fieldset legend={t('analysis.reports.meeting.groups')} hint={t('analysis.reports.meeting.groups.hint')}>
        <Grid cell="small">
          {groups.map((code) => (
            <NumberField key={code} {...form.field(`group.${code}`)} label={labelOf(groupContent, code, t.language)} />
          ))}
        </Grid>
      </Fieldset>
      {(['confirmed', 'corrected', 'added'] as const).map((name) => (
        <TextArea
          key={name}
          {...form.field(name)}
          label={t(`analysis.reports.meeting.${name}`)}
          optionalText={t('analysis.reports.optional')}
          maxLength={longest.notes}
          rows={3}
          numberPatternWarning={t('analysis.reports.error.numbers')}
        />
      ))}
    </PartPage>
  )
}
