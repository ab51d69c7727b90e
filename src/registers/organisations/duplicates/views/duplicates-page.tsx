import { isoDateIn } from '@meernet/calendar'
import { municipalTimeZone, type Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  Disclosure,
  EmptyState,
  Form,
  Heading,
  Lead,
  LinkList,
  Section,
  Stack,
  Table,
  Tag,
} from '../../../../ui/index.ts'
import type { Pair } from '../actions.ts'
import type { Merge } from '../merge-store.ts'
import type { DifferentPair } from '../register-store.ts'

type Props = {
  readonly t: Texts
  readonly pairs: readonly Pair[]
  readonly merges: readonly Merge[]
  readonly different: readonly DifferentPair[]
}

/** Organisations that may stand here twice, and what was merged lately. */
export function DuplicatesPage({ t, pairs, merges, different }: Props) {
  return (
    <Stack>
      <BackLink href="/organisations" text={t('organisations.title')} />
      <Heading level={1}>{t('organisations.duplicates')}</Heading>
      <Lead>{t('organisations.duplicates.lead')}</Lead>
      {pairs.length === 0 ? (
        <EmptyState icon="circle-check" title={t('organisations.duplicates.none')} />
      ) : (
        <LinkList label={t('organisations.duplicates')} items={pairs.map((pair) => rowOf(t, pair))} listKeys />
      )}
      {merges.length > 0 ? (
        <Section title={t('organisations.duplicates.recent')}>
          <Table
            caption={t('organisations.duplicates.recent.caption')}
            captionHidden
            columns={[
              {
                key: 'other',
                heading: t('organisations.duplicates.went'),
                cell: ({ otherName }) => otherName,
                rowHeader: true,
              },
              { key: 'kept', heading: t('organisations.duplicates.into'), cell: ({ keptName }) => keptName },
              {
                key: 'day',
                heading: t('organisations.duplicates.when'),
                cell: ({ mergedAt }) => t.day(isoDateIn(municipalTimeZone, mergedAt)),
              },
              {
                key: 'undo',
                heading: t('organisations.duplicates.undo'),
                headingHidden: true,
                cell: ({ id, otherName }) => (
                  <Form action={`/organisations/merges/${id}/undoing`} look="inline">
                    <Button look="secondary" icon="undo-2" about={otherName}>
                      {t('organisations.duplicates.undo')}
                    </Button>
                  </Form>
                ),
              },
            ]}
            rows={merges}
            rowKey={({ id }) => id}
          />
        </Section>
      ) : null}
      {different.length > 0 ? <KeptApart t={t} different={different} /> : null}
    </Stack>
  )
}

/** Pairs that are two, in case somebody was wrong. */
function KeptApart({ t, different }: Pick<Props, 't' | 'different'>) {
  return (
    <Disclosure summary={t('organisations.duplicates.apart', { count: different.length })}>
      <Table
        caption={t('organisations.duplicates.apart', { count: different.length })}
        captionHidden
        columns={[
          {
            key: 'pair',
            heading: t('organisations.title'),
            cell: (pair) => pairName(t, pair),
            rowHeader: true,
          },
          {
            key: 'undo',
            heading: t('organisations.duplicates.undo'),
            headingHidden: true,
            cell: (pair) => (
              <Form
                action={`/organisations/${pair.firstId}/duplicates/${pair.secondId}/differences/undoing`}
                look="inline"
              >
                <Button look="secondary" icon="undo-2" about={pairName(t, pair)}>
                  {t('organisations.duplicates.undo')}
                </Button>
              </Form>
            ),
          },
        ]}
        rows={different}
        rowKey={({ firstId, secondId }) => firstId + secondId}
      />
    </Disclosure>
  )
}

const pairName = (t: Texts, { firstName: first, secondName: second }: DifferentPair) =>
  t('organisations.duplicates.pair', { first, second })

function rowOf(t: Texts, { first, second, sheets, reasons }: Pair) {
  return {
    key: `${first} ${second}`,
    href: `/organisations/${first}/duplicates/${second}`,
    title: t('organisations.duplicates.pair', { first: sheets[0].name, second: sheets[1].name }),
    meta: reasons.map((reason) => <Tag key={reason}>{t(`organisations.duplicates.reason.${reason}`)}</Tag>),
  }
}
