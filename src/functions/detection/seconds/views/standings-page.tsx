import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  Cluster,
  Count,
  EmptyState,
  Heading,
  Lead,
  LinkList,
  Section,
  Stack,
  Status,
  Tag,
} from '../../../../ui/index.ts'
import { isOpen } from '../../signals/signal.ts'
import type { SecondRequest } from '../second.ts'
import type { Standing } from '../standing-store.ts'
import { standingWord, whoHasIt } from './standing-words.ts'

type Props = {
  readonly t: Texts
  readonly rows: readonly Standing[]
  readonly requests: ReadonlyMap<string, SecondRequest>
  readonly names: ReadonlyMap<string, string>
  readonly neighbourhoods: readonly Neighbourhood[]
}

/** Where signals stand and who has them, without a word of what they say: first those that nobody has. */
export function StandingsPage({ t, rows, ...known }: Props) {
  const groups = [
    { key: 'nobody', list: rows.filter((row) => isOpen(row.state) && row.assigneeId === null) },
    { key: 'held', list: rows.filter((row) => isOpen(row.state) && row.assigneeId !== null) },
    { key: 'further', list: rows.filter((row) => !isOpen(row.state)) },
  ]
  return (
    <Stack gap="large">
      <Stack gap="small">
        <Heading level={1}>{t('detection.seconds.title')}</Heading>
        <Lead>{t('detection.seconds.lead')}</Lead>
      </Stack>
      {rows.length === 0 ? <EmptyState icon="inbox" title={t('detection.seconds.none')} /> : null}
      {groups.map(({ key, list }) =>
        list.length === 0 ? null : (
          <Section key={key} title={t(`detection.seconds.group.${key}`)} beside={<Count value={list.length} />}>
            <LinkList
              label={t(`detection.seconds.group.${key}`)}
              listKeys
              items={list.map((row) => itemOf(t, row, known))}
            />
          </Section>
        ),
      )}
    </Stack>
  )
}

function itemOf(t: Texts, row: Standing, { requests, names, neighbourhoods }: Omit<Props, 't' | 'rows'>) {
  const place = neighbourhoods.find(({ id }) => id === row.neighbourhoodId)?.name
  return {
    key: row.id,
    href: `/signals/${row.id}`,
    title: t('detection.seconds.signal', { moment: t.moment(row.receivedAt) }),
    description: [place, whoHasIt(t, row, requests.get(row.id), names)].filter(Boolean).join(' · '),
    meta: (
      <Cluster gap="small">
        <Status word={standingWord(t, row)} />
        {row.urgency === 'urgent' ? <Tag icon="siren">{t('detection.urgent')}</Tag> : null}
        {row.dueOn && isOpen(row.state) ? <span>{t('detection.seconds.due', { day: t.day(row.dueOn) })}</span> : null}
      </Cluster>
    ),
  }
}
