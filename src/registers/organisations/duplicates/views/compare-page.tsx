import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Hint,
  Lead,
  Link,
  Notice,
  RadioGroup,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import { formatEnterpriseNumber, type Organisation } from '../../organisation.ts'
import { fillable, type MergeRefusal } from '../merge.ts'

type Props = {
  readonly t: Texts
  readonly sheets: readonly [Organisation, Organisation]
  /** Names of services by organisation. */
  readonly services: ReadonlyMap<string, readonly string[]>
  readonly zones: readonly { readonly id: string; readonly name: string }[]
  /** Nothing was chosen. */
  readonly isMissing?: boolean | undefined
  readonly refusal?: MergeRefusal | undefined
}

/** Two sheets beside each other: which one stays, or that they are two. */
export function ComparePage({ t, sheets, services, zones, isMissing, refusal }: Props) {
  const [first, second] = sheets
  const address = `/organisations/${first.id}/duplicates/${second.id}`
  const error = isMissing ? t('form.error.choose') : undefined
  return (
    <Stack>
      <BackLink href="/organisations/duplicates" text={t('organisations.duplicates')} />
      <Heading level={1}>{t('organisations.duplicates.compare')}</Heading>
      <Lead>{t('organisations.duplicates.compare.lead')}</Lead>
      {refusal ? (
        <Notice kind="attention" title={t('organisations.duplicates.refused')}>
          <p>{t(`organisations.duplicates.refused.${refusal}`)}</p>
        </Notice>
      ) : null}
      <Table
        caption={t('organisations.duplicates.compare')}
        captionHidden
        columns={[
          { key: 'what', heading: t('organisations.import.what'), cell: ({ what }) => what, rowHeader: true },
          { key: 'first', heading: first.name, cell: (row) => row.first },
          { key: 'second', heading: second.name, cell: (row) => row.second },
        ]}
        rows={rowsOf({ t, sheets, services, zones })}
        rowKey={({ what }) => what}
      />
      <Form
        action={`${address}/merges`}
        hidden={{ version: String(first.version), otherVersion: String(second.version) }}
      >
        <ErrorSummary title={t('form.summary')} errors={error ? [{ field: 'kept', text: error }] : []} />
        <RadioGroup
          name="kept"
          label={t('organisations.duplicates.keep')}
          hint={t('organisations.duplicates.keep.hint')}
          error={error}
          choices={sheets.map((one, place) => ({
            value: one.id,
            label: t('organisations.duplicates.keep.one', { name: one.name, place: place + 1 }),
          }))}
        />
        <ButtonRow>
          <Button>{t('organisations.duplicates.merge')}</Button>
        </ButtonRow>
        <Hint>{t('organisations.duplicates.undoable')}</Hint>
      </Form>
      <Form action={`${address}/differences`} look="inline">
        <Button look="secondary">{t('organisations.duplicates.different')}</Button>
      </Form>
    </Stack>
  )
}

function rowsOf({ t, sheets, services, zones }: Pick<Props, 't' | 'sheets' | 'services' | 'zones'>) {
  const shown = (one: Organisation, field: (typeof fillable)[number]) => {
    if (field === 'zoneId')
      return zones.find(({ id }) => id === one.zoneId)?.name ?? t('organisations.keeper.municipality')
    if (field === 'enterpriseNumber') return one.enterpriseNumber && formatEnterpriseNumber(one.enterpriseNumber)
    return one[field]
  }
  const [first, second] = sheets
  const sheetLink = (one: Organisation) => <Link href={`/organisations/${one.id}`}>{one.name}</Link>
  const offer = (one: Organisation) => services.get(one.id)?.join(', ') ?? t('organisations.noServices')
  return [
    { what: t('organisations.name'), first: sheetLink(first), second: sheetLink(second) },
    ...fillable
      .filter((field) => first[field] !== null || second[field] !== null || field === 'zoneId')
      .map((field) => ({
        what: t(`organisations.duplicates.field.${field}`),
        first: shown(first, field) ?? '–',
        second: shown(second, field) ?? '–',
      })),
    { what: t('organisations.services'), first: offer(first), second: offer(second) },
  ]
}
