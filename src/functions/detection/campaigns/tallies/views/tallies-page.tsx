import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import { choicesOn, groupContent, labelOf } from '../../../../../registers/frameworks/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  Grid,
  Hint,
  NumberField,
  RadioGroup,
  Section,
  Table,
} from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'
import { type shownReach, tallyBases } from '../reach.ts'

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  /** Absent for who may not add counts. */
  readonly form: FilledForm | undefined
  /** Identifier for the counts of this form, made with the page. */
  readonly id: string
  /** Sums, small ones hidden; absent for who may only add. */
  readonly reach: ReturnType<typeof shownReach> | undefined
}

/** Who was reached, as counts per group that point at nobody. */
export function TalliesPage({ t, campaign, parts, form, id, reach }: Props) {
  return (
    <CampaignFrame t={t} campaign={campaign} part="tallies" parts={parts}>
      {reach ? (
        <Section title={t('detection.tally.sums')}>
          <Hint>{t('detection.tally.sums.hint')}</Hint>
          <Table
            compact
            caption={t('detection.tally.sums')}
            captionHidden
            rows={reach}
            rowKey={({ group }) => group}
            columns={[
              {
                key: 'group',
                heading: t('detection.tally.group'),
                cell: ({ group }) => labelOf(groupContent, group, t.language),
                rowHeader: true,
              },
              {
                key: 'people',
                heading: t('detection.tally.people'),
                cell: ({ shown }) =>
                  typeof shown === 'number'
                    ? t('detection.tally.atLeast', { count: shown })
                    : t(`detection.tally.${shown}`),
                numeric: true,
              },
            ]}
          />
        </Section>
      ) : null}
      {form ? (
        <Section title={t('detection.tally.add')}>
          <p>{t('detection.tally.lead')}</p>
          <Form action={`/campaigns/${campaign.id}/tallies`} hidden={{ id }}>
            <ErrorSummary title={t('form.summary')} errors={form.errors} />
            <Grid>
              {choicesOn(groupContent, t.today, t.language).map(({ value, label }) => (
                <NumberField key={value} {...form.field(value)} label={label} />
              ))}
            </Grid>
            <RadioGroup
              {...form.field('basis')}
              label={t('detection.tally.basis')}
              choices={tallyBases.map((value) => ({ value, label: t(`detection.tally.basis.${value}`) }))}
            />
            <DateField {...form.field('notedOn')} label={t('detection.tally.notedOn')} max={t.today} required />
            <ButtonRow>
              <Button>{t('detection.tally.save')}</Button>
            </ButtonRow>
          </Form>
        </Section>
      ) : null}
    </CampaignFrame>
  )
}
