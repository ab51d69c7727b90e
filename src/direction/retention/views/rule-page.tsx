import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NumberField,
  RadioGroup,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { termUnits } from '../forms.ts'
import { seriesNames } from '../series.ts'

type Props = { readonly t: Texts; readonly id: string; readonly form: FilledForm }

/** What the municipality decided about one series, with where it can be found. */
export function RulePage({ t, id, form }: Props) {
  return (
    <Stack>
      <BackLink href="/retention" text={t('retention.title')} />
      <Heading level={1}>{t('retention.rule.new')}</Heading>
      <Lead>{t('retention.rule.lead')}</Lead>
      <Form action="/retention/rules" hidden={{ id }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <RadioGroup
          {...form.field('series')}
          label={t('retention.series')}
          choices={seriesNames.map((name) => ({
            value: name,
            label: t(`retention.seriesName.${name.replaceAll(' ', '-')}`),
            hint: t(`retention.seriesHint.${name.replaceAll(' ', '-')}`),
          }))}
          required
        />
        <NumberField {...form.field('count')} label={t('retention.rule.count')} required />
        <Select
          {...form.field('unit')}
          label={t('retention.rule.unit')}
          choices={termUnits.map((unit) => ({ value: unit, label: t(`retention.unit.${unit}`) }))}
          required
        />
        <TextField
          {...form.field('reference')}
          label={t('retention.rule.reference')}
          hint={t('retention.rule.reference.hint')}
          maxLength={200}
          required
        />
        <TextArea
          {...form.field('motivation')}
          label={t('retention.rule.motivation')}
          hint={t('retention.rule.motivation.hint')}
          maxLength={600}
          required
        />
        <TextField {...form.field('decidedBy')} label={t('retention.rule.decidedBy')} maxLength={160} required />
        <DateField {...form.field('decidedOn')} label={t('retention.rule.decidedOn')} required />
        <ButtonRow>
          <Button>{t('retention.rule.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
