import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  DateField,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NumberField,
  Stack,
  TextField,
} from '../../../../../ui/index.ts'
import type { VisitListRule } from '../visit-list-rule-store.ts'

type Props = {
  readonly t: Texts
  readonly rule: VisitListRule | undefined
  /** Absent for who may only read. */
  readonly form: FilledForm | undefined
}

/** The municipality's own short-term rule for visit lists: off until somebody decided so (P15a). */
export function RulePage({ t, rule, form }: Props) {
  return (
    <Stack>
      <BackLink href="/campaigns" text={t('detection.campaign.back')} />
      <Heading level={1}>{t('detection.visitListRule.title')}</Heading>
      <Lead>{t('detection.visitListRule.lead')}</Lead>
      {form ? <RuleForm t={t} form={form} /> : <RuleFacts t={t} rule={rule} />}
    </Stack>
  )
}

function RuleForm({ t, form }: { readonly t: Texts; readonly form: FilledForm }) {
  const { value: isOn, ...box } = form.field('isOn')
  return (
    <Form action="/visit-list-rule" hidden={{ version: form.field('version').value }}>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Checkbox
        {...box}
        checked={isOn !== ''}
        label={t('detection.visitListRule.isOn')}
        hint={t('detection.visitListRule.isOn.hint')}
      />
      <NumberField
        {...form.field('days')}
        label={t('detection.visitListRule.days')}
        unit={t('detection.visitListRule.unit')}
        required
      />
      <TextField
        {...form.field('reference')}
        label={t('detection.visitListRule.reference')}
        hint={t('detection.visitListRule.reference.hint')}
        required
      />
      <TextField {...form.field('decidedBy')} label={t('detection.campaign.decidedBy')} required />
      <DateField {...form.field('decidedOn')} label={t('detection.campaign.decidedOn')} required />
      <ButtonRow>
        <Button>{t('detection.campaign.save')}</Button>
      </ButtonRow>
    </Form>
  )
}

function RuleFacts({ t, rule }: Pick<Props, 't' | 'rule'>) {
  if (!rule) return <p>{t('detection.visitListRule.never')}</p>
  return (
    <DescriptionList
      items={[
        {
          term: t('detection.visitListRule.isOn'),
          value: rule.isOn ? t('detection.visitListRule.on') : t('detection.visitListRule.off'),
        },
        { term: t('detection.visitListRule.days'), value: `${rule.days} ${t('detection.visitListRule.unit')}` },
        { term: t('detection.visitListRule.reference'), value: rule.reference },
        { term: t('detection.campaign.decidedBy'), value: `${rule.decidedBy}, ${t.day(rule.decidedOn)}` },
      ]}
    />
  )
}
