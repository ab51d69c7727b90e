import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  Grid,
  Heading,
  Lead,
  NumberField,
  Section,
  Select,
  Stack,
  Table,
  TextField,
} from '../../../../ui/index.ts'
import { type Amounts, travelMeans } from '../amounts.ts'

type Props = {
  readonly t: Texts
  readonly amounts: Amounts
  /** Who comes from the list of volunteers; an administrator has none. */
  readonly hasVolunteers: boolean
  /** The forms, for an administrator; each remembers what was typed in it. */
  readonly entering?: { readonly year: FilledForm; readonly rate: FilledForm } | undefined
}

/** Ceilings per year and rates for travel, each with its source. */
export function AmountsPage({ t, amounts, hasVolunteers, entering }: Props) {
  return (
    <Stack>
      {hasVolunteers ? <BackLink href="/volunteers" text={t('volunteers.back')} /> : null}
      <Heading level={1}>{t('volunteers.amounts.title')}</Heading>
      <Lead>{t('volunteers.amounts.lead')}</Lead>
      <YearTable t={t} amounts={amounts} />
      {entering ? <YearForm t={t} form={entering.year} /> : null}
      <RateTable t={t} amounts={amounts} />
      {entering ? <RateForm t={t} form={entering.rate} /> : null}
    </Stack>
  )
}

function YearTable({ t, amounts }: Pick<Props, 't' | 'amounts'>) {
  return (
    <Section title={t('volunteers.amounts.years')}>
      <Table
        caption={t('volunteers.amounts.years')}
        captionHidden
        rows={amounts.years}
        rowKey={({ year }) => String(year)}
        columns={[
          { key: 'year', heading: t('volunteers.amounts.year'), cell: ({ year }) => String(year), rowHeader: true },
          {
            key: 'day',
            heading: t('volunteers.amounts.day'),
            numeric: true,
            cell: ({ dayCents }) => t.money(dayCents),
          },
          {
            key: 'whole',
            heading: t('volunteers.amounts.whole'),
            numeric: true,
            cell: ({ yearCents }) => t.money(yearCents),
          },
          {
            key: 'raised',
            heading: t('volunteers.amounts.raised'),
            numeric: true,
            cell: ({ raisedYearCents }) =>
              raisedYearCents === null ? t('volunteers.amounts.unknown') : t.money(raisedYearCents),
          },
          { key: 'source', heading: t('volunteers.amounts.source'), cell: ({ source }) => source },
        ]}
      />
    </Section>
  )
}

function YearForm({ t, form }: { readonly t: Texts; readonly form: FilledForm }) {
  return (
    <Section title={t('volunteers.amounts.enterYear')} id="year">
      <Form action="/volunteers/amounts" label={t('volunteers.amounts.enterYear')}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <Grid>
          <NumberField {...form.field('year')} label={t('volunteers.amounts.year')} required />
          <NumberField {...form.field('day')} label={t('volunteers.amounts.day')} unit="€" decimal required />
          <NumberField {...form.field('whole')} label={t('volunteers.amounts.whole')} unit="€" decimal required />
          <NumberField
            {...form.field('raised')}
            label={t('volunteers.amounts.raised')}
            hint={t('volunteers.amounts.raised.hint')}
            unit="€"
            decimal
          />
        </Grid>
        <TextField
          {...form.field('source')}
          label={t('volunteers.amounts.source')}
          hint={t('volunteers.amounts.source.hint')}
          required
        />
        <ButtonRow>
          <Button>{t('volunteers.amounts.saveYear')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

function RateTable({ t, amounts }: Pick<Props, 't' | 'amounts'>) {
  const rate = new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR', minimumFractionDigits: 4 })
  return (
    <Section title={t('volunteers.amounts.rates')}>
      <Table
        caption={t('volunteers.amounts.rates')}
        captionHidden
        rows={amounts.travelRates}
        rowKey={({ means, from }) => means + from}
        columns={[
          {
            key: 'means',
            heading: t('volunteers.reimbursement.means'),
            cell: ({ means }) => t(`volunteers.reimbursement.means.${means}`),
            rowHeader: true,
          },
          { key: 'from', heading: t('volunteers.amounts.from'), cell: ({ from }) => t.day(from) },
          { key: 'until', heading: t('volunteers.amounts.until'), cell: ({ until }) => t.day(until) },
          {
            key: 'rate',
            heading: t('volunteers.amounts.rate'),
            numeric: true,
            cell: ({ tenThousandthsPerKilometre }) => rate.format(tenThousandthsPerKilometre / 10_000),
          },
          { key: 'source', heading: t('volunteers.amounts.source'), cell: ({ source }) => source },
        ]}
      />
    </Section>
  )
}

function RateForm({ t, form }: { readonly t: Texts; readonly form: FilledForm }) {
  return (
    <Section title={t('volunteers.amounts.enterRate')} id="rate">
      <Form action="/volunteers/travel-rates" label={t('volunteers.amounts.enterRate')}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <Grid>
          <Select
            {...form.field('means')}
            label={t('volunteers.reimbursement.means')}
            choices={travelMeans.map((value) => ({ value, label: t(`volunteers.reimbursement.means.${value}`) }))}
          />
          <NumberField
            {...form.field('rate')}
            label={t('volunteers.amounts.rate')}
            hint={t('volunteers.amounts.rate.hint')}
            unit="€"
            decimal
            required
          />
          <DateField {...form.field('from')} label={t('volunteers.amounts.from')} required />
          <DateField {...form.field('until')} label={t('volunteers.amounts.until')} required />
        </Grid>
        <TextField {...form.field('rateSource')} label={t('volunteers.amounts.source')} required />
        <ButtonRow>
          <Button look="secondary">{t('volunteers.amounts.saveRate')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
