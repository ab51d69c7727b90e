import {
  ButtonRow,
  DateField,
  EmptyState,
  Filters,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  Pagination,
  Select,
  Stack,
} from '../../../ui/index.ts'
import type { Texts } from '../../messages/index.ts'
import type { LineFilter, ReadLine } from '../audit-store.ts'
import type { OddAccess } from '../odd-access-store.ts'
import { didWords } from './audit-words.ts'
import { LineTable } from './line-table.tsx'

type Props = {
  readonly t: Texts
  readonly lines: readonly ReadLine[]
  readonly count: number
  readonly actions: readonly string[]
  readonly names: ReadonlyMap<string, string>
  readonly odd: readonly OddAccess[]
  readonly filter: LineFilter
  readonly page: number
  readonly pages: number
}

/** The log, newest first, by day and act. */
export function AuditPage({ t, lines, count, actions, names, odd, filter, page, pages }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('audit.title')}</Heading>
      <Lead>{t('audit.lead', { count })}</Lead>
      <ButtonRow>
        <LinkButton href="/audit/sample">{t('audit.sample.title')}</LinkButton>
      </ButtonRow>
      {odd.length > 0 && <OddAccesses t={t} odd={odd} names={names} />}
      <Filters action="/audit" title={t('audit.filter')} applyText={t('audit.show')}>
        <DateField name="day" label={t('audit.day')} value={filter.day} />
        <Select
          name="action"
          label={t('audit.action')}
          value={filter.action}
          emptyText={t('audit.allActions')}
          choices={actions
            .map((action) => ({ value: action, label: didWords(t, action) }))
            .toSorted((one, other) => one.label.localeCompare(other.label, t.language))}
        />
      </Filters>
      {lines.length === 0 ? (
        <EmptyState title={t('audit.none')} icon="scroll-text" />
      ) : (
        <LineTable t={t} lines={lines} names={names} />
      )}
      {pages > 1 && <Pagination {...paginationOf(t, filter, page, pages)} />}
    </Stack>
  )
}

function OddAccesses({ t, odd, names }: Pick<Props, 't' | 'odd' | 'names'>) {
  return (
    <Notice kind="attention" title={t('audit.odd.title')}>
      <List
        items={odd.map(({ day, userId, people, atNight, own, outside }) => (
          <Link key={day + userId} href={`/audit?day=${day}`}>
            {t('audit.odd.line', {
              name: names.get(userId) ?? t('audit.formerColleague'),
              day: t.day(day),
              people,
              atNight,
            })}
            {own > 0 ? ` ${t('audit.odd.own', { own })}` : ''}
            {outside > 0 ? ` ${t('audit.odd.outside', { outside })}` : ''}
          </Link>
        ))}
      />
    </Notice>
  )
}

function paginationOf(t: Texts, { day, action }: LineFilter, page: number, pages: number) {
  const hrefOf = (to: number) => {
    const query = { page: String(to), ...(day && { day }), ...(action && { action }) }
    return `/audit?${new URLSearchParams(query)}`
  }
  return {
    label: t('audit.pages'),
    summary: t('audit.page', { page, pages }),
    previous: page > 1 ? { href: hrefOf(page - 1), text: t('audit.newer') } : undefined,
    next: page < pages ? { href: hrefOf(page + 1), text: t('audit.older') } : undefined,
  }
}
