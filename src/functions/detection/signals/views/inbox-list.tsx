import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, Cluster, Form, LinkList, Status, Tag } from '../../../../ui/index.ts'
import { type InboxFilter, inboxPath } from '../inbox/inbox-filter.ts'
import { isOpen } from '../signal.ts'
import type { Inbox, InboxRow } from '../signal-reading.ts'
import { PromiseDate } from './promise-date.tsx'
import { stateIcons } from './state-icons.ts'

type Props = { readonly t: Texts; readonly inbox: Inbox; readonly filter: InboxFilter; readonly userId: string }

/** The cards, one a line; j and k walk them, Enter opens, single letters act on the one with the focus. */
export function InboxList({ t, inbox, filter, userId }: Props) {
  const names = new Map(inbox.neighbourhoods.map(({ id, name }) => [id, name]))
  const colleagues = new Map(inbox.coordinators.map((one) => [one.userId, one.name]))
  return (
    <LinkList
      label={listName(t, inbox)}
      listKeys
      items={inbox.rows.map((row) => ({
        key: row.signal.id,
        href: `/inbox/${row.signal.id}`,
        title: titleOf(t, row),
        meta: (
          <Facts
            t={t}
            row={row}
            place={names.get(row.signal.neighbourhoodId ?? '')}
            who={colleagues.get(row.signal.assigneeUserId ?? '')}
          />
        ),
        actions: <QuickActs t={t} row={row} filter={filter} userId={userId} />,
      }))}
    />
  )
}

function listName(t: Texts, { total, isMore }: Inbox): string {
  return isMore ? t('detection.inbox.listOfMore', { count: total }) : t('detection.inbox.list', { count: total })
}

/** By what a signal is called in lists: the name on its card, or else the place. */
export function titleOf(t: Texts, { card }: Pick<InboxRow, 'card'>): string {
  if (!card?.content) return t('detection.card.erased')
  return card.content.name ?? card.content.placeText ?? t('detection.card.nameless')
}

type FactsProps = {
  readonly t: Texts
  readonly row: InboxRow
  readonly place: string | undefined
  readonly who: string | undefined
}

function Facts({ t, row, place, who }: FactsProps) {
  const { signal, duplicates } = row
  return (
    <Cluster gap="small">
      <PromiseDate t={t} signal={signal} />
      <Status word={t(`detection.state.${signal.state}`)} icon={stateIcons[signal.state]} />
      {signal.triage ? <Tag>{t(`detection.triage.${signal.triage}`)}</Tag> : null}
      {!signal.triage && signal.urgency === 'urgent' ? <Tag icon="siren">{t('detection.urgent')}</Tag> : null}
      <span>{t(`detection.source.${signal.source}`)}</span>
      {place ? <span>{place}</span> : null}
      <span>{who ?? t('detection.filter.nobody')}</span>
      {duplicates > 0 ? <Tag icon="git-merge">{t('detection.duplicates.count', { count: duplicates })}</Tag> : null}
    </Cluster>
  )
}

type ActsProps = {
  readonly t: Texts
  readonly row: InboxRow
  readonly filter: InboxFilter
  readonly userId: string
}

function QuickActs({ t, row, filter, userId }: ActsProps) {
  const { signal } = row
  if (!isOpen(signal.state)) return null
  const hidden = { version: String(signal.version), back: inboxPath(filter, { page: filter.page }) }
  const about = titleOf(t, row)
  return (
    <>
      {signal.state === 'received' ? (
        <Form action={`/inbox/${signal.id}/acknowledgement`} hidden={hidden} look="inline">
          <Button look="secondary" shortcut="a" about={about}>
            {t('detection.act.acknowledge')}
          </Button>
        </Form>
      ) : null}
      {signal.assigneeUserId === null ? (
        <Form action={`/inbox/${signal.id}/assignment`} hidden={{ ...hidden, to: userId }} look="inline">
          <Button look="quiet" shortcut="m" about={about}>
            {t('detection.act.takeMyself')}
          </Button>
        </Form>
      ) : null}
    </>
  )
}
