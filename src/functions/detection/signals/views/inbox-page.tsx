import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  Cluster,
  EmptyState,
  Form,
  Grid,
  Heading,
  KeyboardHelp,
  LinkButton,
  Notice,
  Pagination,
  SearchField,
  Stack,
  Tally,
} from '../../../../ui/index.ts'
import { type InboxFilter, inboxPath, pageSize } from '../inbox/inbox-filter.ts'
import type { Inbox } from '../signal-reading.ts'
import { InboxFilters } from './inbox-filters.tsx'
import { InboxList } from './inbox-list.tsx'

type Props = {
  readonly t: Texts
  readonly inbox: Inbox
  readonly filter: InboxFilter
  readonly words: string | undefined
  readonly userId: string
}

/** The coordinator's morning: what was promised first stands on top. */
export function InboxPage({ t, inbox, filter, words, userId }: Props) {
  return (
    <Stack>
      <Cluster spread="between">
        <Heading level={1}>{t('detection.inbox.title')}</Heading>
        <LinkButton href="/cards/new" look="primary" icon="plus" shortcut="n">
          {t('detection.inbox.new')}
        </LinkButton>
      </Cluster>
      <Tallies t={t} inbox={inbox} />
      <Search t={t} filter={filter} words={words} />
      <InboxFilters t={t} filter={filter} inbox={inbox} words={words} />
      {inbox.rows.length === 0 ? (
        <Nothing t={t} isFiltered={inboxPath(filter) !== '/inbox'} />
      ) : (
        <InboxList t={t} inbox={inbox} filter={filter} userId={userId} />
      )}
      {words && inbox.isMore ? (
        <Notice>
          <p>{t('detection.inbox.foundMore', { count: inbox.total })}</p>
        </Notice>
      ) : null}
      <Pages t={t} filter={filter} inbox={inbox} />
      <Foot t={t} inbox={inbox} filter={filter} />
    </Stack>
  )
}

function Tallies({ t, inbox: { counts } }: Pick<Props, 't' | 'inbox'>) {
  return (
    <Grid cell="small" gap="small">
      {(
        [
          ['alarms', counts.alarm, { triage: 'alarm' }],
          ['overdue', counts.overdue, { due: 'overdue' }],
          ['today', counts.today, { due: 'today' }],
          ['nobody', counts.nobody, { assignee: 'nobody' }],
        ] as const
      ).map(([what, value, over]) => (
        <Tally
          key={what}
          look="line"
          value={value}
          label={t(`detection.inbox.${what}`)}
          href={inboxPath(plain, over)}
        />
      ))}
    </Grid>
  )
}

function Search({ t, filter, words }: Pick<Props, 't' | 'filter' | 'words'>) {
  return (
    <Form
      action="/inbox/search"
      look="inline"
      label={t('detection.inbox.search')}
      hidden={{ filter: inboxPath(filter, { q: undefined }) }}
    >
      <SearchField
        name="words"
        label={t('detection.inbox.search')}
        hint={t('detection.inbox.searchHint')}
        value={words}
        maxLength={200}
      />
      <Button look="secondary" icon="search">
        {t('detection.inbox.searchButton')}
      </Button>
    </Form>
  )
}

function Foot({ t, inbox, filter }: Pick<Props, 't' | 'inbox' | 'filter'>) {
  return (
    <Cluster spread="between">
      <KeyboardHelp
        title={t('detection.keys.title')}
        switchText={t('detection.keys.switch')}
        shortcuts={['j', 'k', 'enter', 'slash', 'a', 'm', 'n'].map((key) => ({
          keys: t(`detection.keys.${key}.keys`),
          text: t(`detection.keys.${key}.text`),
        }))}
      />
      <Cluster>
        <LinkButton href="/seconds" icon="inbox" look="quiet">
          {t('detection.seconds.mine')}
        </LinkButton>
        <LinkButton href="/substitutes" icon="users" look="quiet">
          {t('detection.substitutes.title')}
        </LinkButton>
        {inbox.total > 0 ? (
          <LinkButton href={inboxPath(filter, {}, '/inbox/export.csv')} icon="download" download>
            {t('detection.inbox.export')}
          </LinkButton>
        ) : null}
      </Cluster>
    </Cluster>
  )
}

/** The inbox as it is without any filter. */
const plain: InboxFilter = {
  state: 'open',
  triage: undefined,
  neighbourhood: undefined,
  source: undefined,
  assignee: undefined,
  due: undefined,
  q: undefined,
  page: 1,
}

function Nothing({ t, isFiltered }: { readonly t: Texts; readonly isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState
      title={t('detection.inbox.noneFound')}
      text={t('detection.inbox.noneFoundText')}
      icon="search"
      action={<LinkButton href="/inbox">{t('detection.inbox.all')}</LinkButton>}
    />
  ) : (
    <EmptyState title={t('detection.inbox.empty')} text={t('detection.inbox.emptyText')} />
  )
}

function Pages({ t, filter, inbox }: { readonly t: Texts; readonly filter: InboxFilter; readonly inbox: Inbox }) {
  const { rows, total, isMore, hasNext } = inbox
  const { page } = filter
  if (page === 1 && !hasNext) return null
  const from = (page - 1) * pageSize + 1
  const range = { from, to: from + rows.length - 1, total }
  return (
    <Pagination
      label={t('detection.inbox.pages')}
      summary={isMore ? t('detection.inbox.rangeOfMore', range) : t('detection.inbox.range', range)}
      previous={
        page > 1 ? { href: inboxPath(filter, { page: page - 1 }), text: t('detection.inbox.previous') } : undefined
      }
      next={hasNext ? { href: inboxPath(filter, { page: page + 1 }), text: t('detection.inbox.next') } : undefined}
    />
  )
}
