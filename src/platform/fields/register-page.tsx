import { ButtonRow, DescriptionList, Heading, Lead, LinkButton, List, Section, Stack } from '../../ui/index.ts'
import type { Texts } from '../messages/index.ts'
import type { FieldRegister, Retention, TableFields } from './field-register.ts'

type Props = { readonly t: Texts; readonly fields: FieldRegister }

/** Per table: why, on which ground, how long, and which columns of which class. */
export function RegisterPage({ t, fields }: Props) {
  const tables = Object.entries(fields).toSorted(([a], [b]) => a.localeCompare(b))
  return (
    <Stack gap="large">
      <Heading level={1}>{t('fields.title')}</Heading>
      <Lead>{t('fields.lead', { tables: tables.length })}</Lead>
      <ButtonRow>
        <LinkButton href="/register.csv" icon="download" download>
          {t('fields.download')}
        </LinkButton>
      </ButtonRow>
      {tables.map(([name, table]) => (
        <Section key={name} title={name}>
          <TableFacts t={t} table={table} />
        </Section>
      ))}
    </Stack>
  )
}

type Column = { readonly column: string; readonly why: string }

/** Columns that speak for themselves in one sentence, those with a reason of their own a line each. */
function Columns({ ones }: { readonly ones: readonly Column[] }) {
  const plain = ones.filter(({ why }) => why === '').map(({ column }) => column)
  const explained = ones.filter(({ why }) => why !== '').map(({ column, why }) => `${column}: ${why}`)
  return <List look="bare" items={[...(plain.length > 0 ? [plain.join(', ')] : []), ...explained]} />
}

/** `P10Y` is ten years after the record is closed. */
function termWords(t: Texts, term: Retention['term']): string {
  const [, count, unit] = /^P(\d+)([YMD])$/.exec(term) ?? []
  return unit === undefined ? t('fields.term.asLongAsUsed') : t(`fields.term.${unit}`, { count: Number(count) })
}

function TableFacts({ t, table }: { readonly t: Texts; readonly table: TableFields }) {
  const { series, term, mode } = table.retention
  const columns = Object.entries(table.fields).map(([column, field]) =>
    typeof field === 'string' ? { column, kind: field, why: '' } : { column, kind: field.class, why: field.purpose },
  )
  const byClass = [...Map.groupBy(columns, ({ kind }) => kind)]
  return (
    <DescriptionList
      items={[
        { term: t('fields.purpose'), value: table.purpose },
        { term: t('fields.ground'), value: t(`fields.ground.${table.legalGround}`) },
        { term: t('fields.retention'), value: `${termWords(t, term)}, ${t(`fields.deletion.${mode}`)} (${series})` },
        ...(table.legalGround === 'notPersonal'
          ? []
          : [{ term: t('fields.inCopy'), value: table.notInCopy ?? t('fields.inCopy.yes') }]),
        ...(table.stays ? [{ term: t('fields.stays'), value: table.stays }] : []),
        ...byClass.map(([kind, ones]) => ({ term: t(`fields.class.${kind}`), value: <Columns ones={ones} /> })),
      ]}
    />
  )
}
