import type { FilledForm } from '../../../../../platform/http/index.ts'
import type { Texts } from '../../../../../platform/messages/index.ts'
import type { Refusal } from '../../../../../platform/published-files/refusal.ts'
import { RefusalSection } from '../../../../../platform/published-files/refusal-section.tsx'
import {
  type ColumnPreview,
  nameWithoutPeriod,
  periodIn,
  type TablePreview,
} from '../../../../../registers/published-figures/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Fieldset,
  Filters,
  Form,
  Grid,
  Heading,
  Hint,
  Lead,
  Section,
  Select,
  Stack,
  Suggestions,
  TextField,
} from '../../../../../ui/index.ts'
import { indicatorCatalogue, indicatorName } from '../../../catalogue.ts'
import { explainingPath } from '../../asked-of-figures.ts'
import { DecimalField } from '../../views/decimal-field.tsx'
import { columnRoles, figureRoles, namesOfPeriods, toldLevels } from '../mapping-form.ts'

type Props = {
  readonly t: Texts
  readonly id: string
  readonly fileName: string
  readonly tables: readonly TablePreview[]
  readonly table: TablePreview
  readonly form: FilledForm
  readonly refused: Refusal | undefined
}

/** What the columns of an unknown file hold, as somebody says it while seeing the first values. */
export function MappingPage({ t, id, fileName, tables, table, form, refused }: Props) {
  const path = explainingPath(id)
  const action = table.sheet === undefined ? path : `${path}?sheet=${encodeURIComponent(table.sheet)}`
  return (
    <Stack>
      <BackLink href="/analysis/figures/new" text={t('analysis.import')} />
      <Heading level={1}>{t('analysis.mapping')}</Heading>
      <Lead>{t('analysis.mapping.lead', { file: fileName })}</Lead>
      <SheetChoice t={t} path={path} tables={tables} chosen={table.sheet} />
      <Form action={action}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        {refused ? <RefusalSection t={t} refused={refused} explanation={`analysis.refused.${refused.code}`} /> : null}
        <AboutTable t={t} form={form} />
        <Section title={t('analysis.mapping.columns')}>
          <Hint>
            {t('analysis.mapping.columns.hint', {
              line: table.headerLine,
              lines: table.headerLines ?? 1,
              from: table.headerLine - (table.headerLines ?? 1) + 1,
            })}
          </Hint>
          <Suggestions
            id="indicators"
            texts={indicatorCatalogue.map(({ key }) => indicatorName(key, t.language, key))}
          />
          <YearFields t={t} form={form} columns={table.columns.filter(({ isOfYear }) => isOfYear)} />
          {namesOfPeriods(table.columns).map((name, index) => (
            <PeriodFields key={name} t={t} form={form} index={index} columns={table.columns.filter(isOf(name))} />
          ))}
          {table.columns
            .filter(({ looksLike, isOfYear, ofPeriods }) => looksLike !== 'nothing' && !isOfYear && !ofPeriods)
            .map((column) => (
              <ColumnFields key={column.at} t={t} form={form} column={column} />
            ))}
        </Section>
        <ButtonRow>
          <Button>{t('analysis.import.look')}</Button>
        </ButtonRow>
      </Form>
      <Form action={`/analysis/figures/imports/${id}/withdrawal`} look="inline">
        <Button look="secondary">{t('analysis.import.withdraw')}</Button>
      </Form>
    </Stack>
  )
}

function SheetChoice({
  t,
  path,
  tables,
  chosen,
}: {
  readonly t: Texts
  readonly path: string
  readonly tables: readonly TablePreview[]
  readonly chosen: string | undefined
}) {
  if (tables.length < 2) return null
  const choices = tables.flatMap(({ sheet }) => (sheet === undefined ? [] : [{ value: sheet, label: sheet }]))
  return (
    <Filters action={path} title={t('analysis.mapping.sheet.choose')} applyText={t('analysis.indicator.show')}>
      <Select name="sheet" label={t('analysis.mapping.sheet')} choices={choices} value={chosen} />
    </Filters>
  )
}

function AboutTable({ t, form }: { readonly t: Texts; readonly form: FilledForm }) {
  const others = figureRoles.map((value) => ({ value, label: t(`analysis.mapping.role.${value}`) }))
  return (
    <Section title={t('analysis.mapping.table')}>
      <Grid>
        <TextField
          {...form.field('layout')}
          label={t('analysis.mapping.name')}
          hint={t('analysis.mapping.name.hint')}
          required
        />
        <Select
          {...form.field('level')}
          label={t('analysis.mapping.level')}
          choices={toldLevels.map((value) => ({ value, label: t(`analysis.mapping.level.${value}`) }))}
          required
        />
        <TextField
          {...form.field('source')}
          label={t('analysis.source')}
          hint={t('analysis.mapping.source.hint')}
          required
        />
        <TextField
          {...form.field('licence')}
          label={t('analysis.licence')}
          hint={t('analysis.import.licence.hint')}
          required
        />
        <TextField {...form.field('period')} label={t('analysis.period')} hint={t('analysis.mapping.period.hint')} />
        <TextField
          {...form.field('missing')}
          label={t('analysis.import.missing')}
          hint={t('analysis.import.missing.hint')}
        />
        <DecimalField t={t} form={form} />
        <Select
          {...form.field('others')}
          label={t('analysis.mapping.others')}
          hint={t('analysis.mapping.others.hint')}
          choices={others}
        />
      </Grid>
    </Section>
  )
}

type PeriodsProps = { readonly t: Texts; readonly form: FilledForm; readonly columns: readonly ColumnPreview[] }

function YearFields({ t, form, columns }: PeriodsProps) {
  const years = t.list(columns.map(({ header }) => header))
  return (
    <FiguresFields t={t} form={form} name="years" legend={t('analysis.mapping.years', { years })} columns={columns} />
  )
}

/** Columns of one name with different periods, shown with the periods that were found in their names. */
function PeriodFields({ t, form, index, columns }: PeriodsProps & { readonly index: number }) {
  const { ofPeriods = '' } = columns[0] ?? {}
  const legend = t('analysis.mapping.periods', {
    name: nameWithoutPeriod(ofPeriods),
    periods: t.list(columns.map(({ header }) => periodIn(header, ofPeriods) ?? header)),
  })
  return <FiguresFields t={t} form={form} name={`periods-${index}`} legend={legend} columns={columns} />
}

/** What several columns hold that are of one kind. */
function FiguresFields({
  t,
  form,
  name,
  legend,
  columns,
}: PeriodsProps & { readonly name: string; readonly legend: string }) {
  if (columns.length === 0) return null
  const samples = columns.flatMap((column) => column.samples).slice(0, 3)
  return (
    <Fieldset legend={legend} hint={t('analysis.mapping.column.samples', { samples: samples.join(' · ') })}>
      <Grid>
        <Select
          {...form.field(`role-${name}`)}
          label={t('analysis.mapping.role')}
          choices={figureRoles.map((value) => ({ value, label: t(`analysis.mapping.role.${value}`) }))}
        />
        <TextField
          {...form.field(`indicator-${name}`)}
          label={t('analysis.mapping.years.indicator')}
          suggestions="indicators"
          autocomplete="off"
        />
      </Grid>
    </Fieldset>
  )
}

const isOf = (name: string) => (column: ColumnPreview) => column.ofPeriods === name

type ColumnProps = { readonly t: Texts; readonly form: FilledForm; readonly column: ColumnPreview }

function ColumnFields({ t, form, column: { at, header, samples, looksLike } }: ColumnProps) {
  return (
    <Fieldset
      legend={header || t('analysis.mapping.column.withoutName', { number: at + 1 })}
      hint={t('analysis.mapping.column.samples', { samples: samples.map((sample) => sample.slice(0, 60)).join(' · ') })}
    >
      <Grid>
        <Select
          {...form.field(`role-${at}`)}
          label={t('analysis.mapping.role')}
          choices={columnRoles.map((value) => ({ value, label: t(`analysis.mapping.role.${value}`) }))}
        />
        {looksLike === 'number' || looksLike === 'period' ? (
          <TextField
            {...form.field(`indicator-${at}`)}
            label={t('analysis.mapping.indicator')}
            suggestions="indicators"
            autocomplete="off"
          />
        ) : null}
      </Grid>
    </Fieldset>
  )
}
