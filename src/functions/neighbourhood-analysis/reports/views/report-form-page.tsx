import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NumberField,
  RadioGroup,
  Stack,
  TextField,
} from '../../../../ui/index.ts'
import { longest } from '../forms.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly id: string
  /** Of one that is there already. */
  readonly version?: number | undefined
  readonly neighbourhoods: readonly Neighbourhood[]
}

/** Begins an analysis, or gives one another title, year or neighbourhoods. */
export function ReportFormPage({ t, form, id, version, neighbourhoods }: Props) {
  const isNew = version === undefined
  const href = isNew ? '/analysis/reports' : `/analysis/reports/${id}`
  return (
    <Stack>
      <BackLink href={href} text={t(isNew ? 'analysis.reports.title' : 'analysis.reports.one')} />
      <Heading level={1}>{t(isNew ? 'analysis.reports.new' : 'analysis.reports.describe')}</Heading>
      {isNew ? <Lead>{t('analysis.reports.new.lead')}</Lead> : null}
      <Form action={href} hidden={isNew ? { id } : { id, version: form.version(version) }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <TextField
          {...form.field('title')}
          label={t('analysis.reports.field.title')}
          hint={t('analysis.reports.field.title.hint')}
          maxLength={longest.title}
          required
        />
        <NumberField {...form.field('aboutYear')} label={t('analysis.reports.field.aboutYear')} required />
        {isNew ? (
          <RadioGroup
            {...form.field('language')}
            label={t('analysis.reports.field.language')}
            hint={t('analysis.reports.field.language.hint')}
            choices={(['nl', 'fr'] as const).map((value) => ({
              value,
              label: t(`analysis.reports.language.${value}`),
            }))}
            inline
          />
        ) : null}
        <CheckboxGroup
          {...form.list('areaIds')}
          label={t('analysis.reports.field.areas')}
          hint={t('analysis.reports.field.areas.hint')}
          choices={neighbourhoods.map(({ id: value, name }) => ({ value, label: name }))}
          filterLabel={neighbourhoods.length > 12 ? t('analysis.reports.filter') : undefined}
        />
        <ButtonRow>
          <Button>{t(isNew ? 'analysis.reports.begin' : 'analysis.reports.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
