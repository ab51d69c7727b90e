import type { Texts } from '../../../../platform/messages/index.ts'
import { licenceWords } from '../../../../platform/published-files/licence-words.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
  DescriptionList,
  Form,
  Heading,
  Lead,
  List,
  Section,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import type { AreaRemark } from '../../../published-areas/index.ts'
import type { MergedAreas } from '../area-merge-store.ts'
import type { SentAreas, SentTable } from '../sent-areas-store.ts'
import type { MergedMemberships } from '../tables/membership-store.ts'
import { AreasLook } from './areas-look.tsx'
import { levelText, systemText } from './areas-page.tsx'
import { countText } from './count-text.ts'

type Props = {
  readonly t: Texts
  readonly id: string
  readonly sent: SentAreas | SentTable
  /** What keeping it would do. */
  readonly foreseen: readonly MergedAreas[]
  readonly memberships: readonly MergedMemberships[]
}

/** What a file holds, and what keeping it would do, before it is kept. */
export function SentAreasPage({ t, id, sent, foreseen, memberships }: Props) {
  const path = `/areas/imports/${id}`
  return (
    <Stack>
      <BackLink href="/areas/new" text={t('places.areas.import')} />
      <Heading level={1}>{t('places.areas.look')}</Heading>
      <Lead>{leadText(t, sent)}</Lead>
      <FileFacts t={t} sent={sent} />
      <Remarks t={t} sent={sent} />
      {sent.kind === 'areas' ? <AreasLook t={t} sent={sent} /> : null}
      {foreseen.length > 0 ? <Foreseen t={t} foreseen={foreseen} /> : null}
      {memberships.length > 0 ? <ForeseenMemberships t={t} memberships={memberships} /> : null}
      <Form action={`${path}/confirmation`}>
        {sent.kind === 'areas' && sent.neighbours.length > 0 ? (
          <CheckboxGroup
            name="neighbours"
            label={t('places.areas.neighbours')}
            hint={t('places.areas.neighbours.hint')}
            choices={sent.neighbours.map(({ nisCode, name, areas }) => ({
              value: nisCode,
              label: t('places.areas.neighbour', { name, count: areas }),
            }))}
          />
        ) : null}
        <ButtonRow>
          <Button>{t('places.areas.confirm')}</Button>
        </ButtonRow>
      </Form>
      <Form action={`${path}/withdrawal`} look="inline">
        <Button look="secondary">{t('places.areas.withdraw')}</Button>
      </Form>
    </Stack>
  )
}

function leadText(t: Texts, sent: SentAreas | SentTable): string {
  if (sent.kind === 'table')
    return t('places.areas.look.table', {
      rows: sent.rows,
      kept: sent.memberships.length,
      notLocalisable: sent.notLocalisable,
    })
  const own = sent.levels.reduce((sum, { own }) => sum + own, 0)
  return t('places.areas.look.areas', { areas: sent.count.areas, own })
}

function FileFacts({ t, sent: { source } }: Pick<Props, 't' | 'sent'>) {
  return (
    <DescriptionList
      items={[
        { term: t('places.areas.file'), value: source.fileName },
        { term: t('places.areas.form'), value: source.form },
        { term: t('places.areas.system'), value: source.crs === null ? undefined : systemText(t, source) },
        { term: t('places.areas.source'), value: source.source },
        { term: t('places.areas.licence'), value: licenceWords(t, source.licence) },
      ]}
    />
  )
}

function Remarks({ t, sent }: Pick<Props, 't' | 'sent'>) {
  if (sent.kind === 'table') return null
  const { doubled, remarks } = sent.count
  const unplaced = sent.levels.reduce((sum, level) => sum + level.unplaced, 0)
  const said = [
    ...(doubled.length > 0 ? [t('places.areas.remark.doubled', { codes: t.list(doubled.slice(0, 8)) })] : []),
    ...(unplaced > 0 ? [t('places.areas.remark.unplaced', { count: unplaced })] : []),
    ...remarks.flatMap((remark) => remarkText(t, remark) ?? []),
  ]
  return said.length > 0 ? <List items={said} /> : null
}

function remarkText(t: Texts, remark: AreaRemark): string | undefined {
  switch (remark.kind) {
    case 'system-guessed':
    case 'axes-swapped':
      return t(`places.areas.remark.${remark.kind}`, { layer: remark.layer, system: remark.system })
    case 'layer-passed-over':
      return t('places.areas.remark.layer-passed-over', { layer: remark.layer })
    case 'municipality-not-stated':
    case 'edition-not-stated':
    case 'level-not-stated':
      // Said by the counts: what was not found out is not kept.
      return undefined
    default:
      return t(`places.areas.remark.${remark.kind}`, {
        count: remark.count,
        layer: remark.layer,
        places: t.list(remark.lines.map((line, at) => remark.names?.[at] || String(line))),
      })
  }
}

type ForeseenProps = { readonly t: Texts; readonly foreseen: readonly MergedAreas[] }

function Foreseen({ t, foreseen }: ForeseenProps) {
  return (
    <Section title={t('places.areas.foreseen')}>
      <Table
        caption={t('places.areas.foreseen')}
        captionHidden
        rows={foreseen}
        rowKey={({ level, edition }) => `${level} ${edition}`}
        columns={[
          { key: 'level', heading: t('places.areas.level'), rowHeader: true, cell: (one) => levelText(t, one) },
          ...changeColumns<MergedAreas>(t),
        ]}
      />
    </Section>
  )
}

function ForeseenMemberships({ t, memberships }: Pick<Props, 't' | 'memberships'>) {
  const named = (text: string) => {
    const [level = '', edition = ''] = text.split(' ')
    return levelText(t, { level, edition })
  }
  return (
    <Section title={t('places.areas.memberships')}>
      <Table
        caption={t('places.areas.memberships')}
        captionHidden
        compact
        rows={memberships}
        rowKey={({ kind, from, to }) => `${kind} ${from} ${to}`}
        columns={[
          { key: 'from', heading: t('places.areas.from'), rowHeader: true, cell: ({ from }) => named(from) },
          { key: 'kind', heading: t('places.areas.relation'), cell: ({ kind }) => t(`places.areas.relation.${kind}`) },
          { key: 'to', heading: t('places.areas.to'), cell: ({ to }) => named(to) },
          ...changeColumns<MergedMemberships>(t),
        ]}
      />
    </Section>
  )
}

type Changes = { readonly new: number; readonly changed: number; readonly unchanged: number; readonly gone: number }

const changeColumns = <Row extends Changes>(t: Texts) =>
  (['new', 'changed', 'unchanged', 'gone'] as const).map((key) => ({
    key,
    heading: t(`places.areas.change.${key}`),
    numeric: true,
    cell: (row: Row) => countText(t, row[key]),
  }))
