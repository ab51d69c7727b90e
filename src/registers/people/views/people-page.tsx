import type { Texts } from '../../../platform/messages/index.ts'
import {
  ButtonRow,
  Count,
  EmptyState,
  Filters,
  Heading,
  Lead,
  LinkButton,
  LinkList,
  Notice,
  SearchField,
  Section,
  Stack,
} from '../../../ui/index.ts'
import { fullName, type PersonSummary } from '../person.ts'

type Props = {
  readonly t: Texts
  readonly query: string
  readonly people: readonly PersonSummary[]
  /** How many that were named are frozen. */
  readonly frozen: number
  /** One line per address. */
  readonly addresses: ReadonlyMap<string, string>
  readonly mayRegister: boolean
}

/** Looks somebody up by name or telephone number. Shows nobody unasked: this is no list to leaf through. */
export function PeoplePage({ t, query, people, frozen, addresses, mayRegister }: Props) {
  return (
    <Stack gap="large">
      <Stack gap="small">
        <Heading level={1}>{t('people.title')}</Heading>
        <Lead>{t('people.lead')}</Lead>
      </Stack>
      <Filters action="/people" title={t('people.search')} applyText={t('people.find')}>
        <SearchField name="q" label={t('people.search')} hint={t('people.searchHint')} value={query} />
      </Filters>
      {frozen > 0 ? (
        <Notice>
          <p>{t('people.frozenFound', { count: frozen })}</p>
        </Notice>
      ) : null}
      {query && people.length === 0 && frozen === 0 ? (
        <EmptyState icon="search" title={t('people.nobody')} text={t('people.nobodyHint')} />
      ) : null}
      {people.length > 0 ? (
        <Section title={t('people.found')} beside={<Count value={people.length} />}>
          <LinkList label={t('people.found')} listKeys items={people.map((person) => itemOf(t, person, addresses))} />
        </Section>
      ) : null}
      {mayRegister ? (
        <ButtonRow>
          <LinkButton href="/people/new" icon="plus" shortcut="n">
            {t('people.new')}
          </LinkButton>
        </ButtonRow>
      ) : null}
    </Stack>
  )
}

function itemOf(t: Texts, person: PersonSummary, addresses: ReadonlyMap<string, string>) {
  const place = (person.addressId ? addresses.get(person.addressId) : undefined) ?? person.placeText
  const born = person.birthYear ? t('people.born', { year: String(person.birthYear) }) : undefined
  return {
    key: person.id,
    href: `/people/${person.id}`,
    title: fullName(person),
    meta: [place, person.phone, born].filter(Boolean).join(' · '),
  }
}
