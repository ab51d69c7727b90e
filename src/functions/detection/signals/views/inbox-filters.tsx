import type { Texts } from '../../../../platform/messages/index.ts'
import { type ActiveFilter, Filters, Select } from '../../../../ui/index.ts'
import { cardSources } from '../../cards/card-input.ts'
import { filterStates, type InboxFilter, inboxPath } from '../inbox/inbox-filter.ts'
import { triages } from '../signal.ts'
import type { Inbox } from '../signal-reading.ts'

type Props = {
  readonly t: Texts
  readonly filter: InboxFilter
  readonly inbox: Inbox
  readonly words: string | undefined
}

/** What of the inbox is shown; everything stands in the address. */
export function InboxFilters({ t, filter, inbox, words }: Props) {
  const all = t('detection.filter.all')
  const active = activeFilters({ t, filter, inbox, words })
  const whatIsOn = active.map(({ text }) => text).join(', ')
  return (
    <Filters
      action="/inbox"
      title={t('detection.filter.title')}
      applyText={t('detection.filter.apply')}
      foldText={t('detection.filter.fold', { what: whatIsOn || t('detection.filter.nothing') })}
      active={active}
      clear={{ href: '/inbox', text: t('detection.filter.clear') }}
      hidden={{ q: filter.q, due: filter.due }}
    >
      <Select
        name="state"
        label={t('detection.filter.state')}
        value={filter.state}
        autoSubmit
        choices={filterStates.map((value) => ({ value, label: t(`detection.state.${value}`) }))}
      />
      <Select
        name="triage"
        label={t('detection.filter.triage')}
        value={filter.triage}
        emptyText={all}
        autoSubmit
        choices={['none', ...triages].map((value) => ({ value, label: t(`detection.triage.${value}`) }))}
      />
      <Select
        name="neighbourhood"
        label={t('detection.filter.neighbourhood')}
        value={filter.neighbourhood}
        emptyText={all}
        autoSubmit
        choices={inbox.neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="source"
        label={t('detection.filter.source')}
        value={filter.source}
        emptyText={all}
        autoSubmit
        choices={cardSources.map((value) => ({ value, label: t(`detection.source.${value}`) }))}
      />
      <Select
        name="assignee"
        label={t('detection.filter.assignee')}
        value={filter.assignee}
        emptyText={all}
        autoSubmit
        choices={[
          { value: 'me', label: t('detection.filter.me') },
          { value: 'nobody', label: t('detection.filter.nobody') },
          ...inbox.coordinators.map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
      />
    </Filters>
  )
}

function activeFilters({ t, filter, inbox, words }: Props): readonly ActiveFilter[] {
  const removeText = t('detection.filter.remove')
  const on = (field: keyof InboxFilter, text: string | undefined): readonly ActiveFilter[] =>
    text === undefined
      ? []
      : [{ text, removeText, href: inboxPath(filter, { [field]: field === 'state' ? 'open' : undefined }) }]
  const { state, triage, neighbourhood, source, assignee, due } = filter
  return [
    ...on('q', words && t('detection.filter.words', { words })),
    ...on('state', state === 'open' ? undefined : t(`detection.state.${state}`)),
    ...on('triage', triage && t(`detection.triage.${triage}`)),
    ...on('neighbourhood', inbox.neighbourhoods.find(({ id }) => id === neighbourhood)?.name),
    ...on('source', source && t(`detection.source.${source}`)),
    ...on('assignee', assignee && assigneeText(t, inbox, assignee)),
    ...on('due', due && t(`detection.inbox.${due}`)),
  ]
}

function assigneeText(t: Texts, inbox: Inbox, assignee: string): string {
  if (assignee === 'me' || assignee === 'nobody') return t(`detection.filter.${assignee}`)
  return inbox.coordinators.find(({ userId }) => userId === assignee)?.name ?? t('detection.filter.colleague')
}
