import { Button } from '../button/button.tsx'
import { KeyboardHelp } from '../disclosure/keyboard-help.tsx'
import { Select } from '../fields/select.tsx'
import { SearchField } from '../fields/text-field.tsx'
import { Filters } from '../form/filters.tsx'
import { Section } from '../layout/section.tsx'
import { DescriptionList } from '../list/description-list.tsx'
import { LinkList, List } from '../list/link-list.tsx'
import { Pagination } from '../navigation/pagination.tsx'
import { SubNavigation } from '../navigation/sub-navigation.tsx'
import { DueDate } from '../status/due-date.tsx'
import { Count, Status, Tag } from '../status/status.tsx'
import { Table } from '../table/table.tsx'

/** Filters, lists, tables and the ways around them. */
export function ListSamples() {
  return (
    <>
      <Section title="Lijst met filters" beside={<Count value={3} about="kaarten" />}>
        <SubNavigation
          label="Soort kaarten"
          items={[
            { href: '/gallery', text: 'Te bellen', current: true, count: 3 },
            { href: '/gallery?tab=2', text: 'Opgevolgd' },
            { href: '/gallery?tab=3', text: 'Alles' },
          ]}
        />
        <CardFilters />
        <CardList />
        <Pagination label="Bladeren" summary="1–3 van 48" next={{ href: '/gallery?page=2', text: 'Volgende' }} />
        <KeyboardHelp
          title="Toetsen op deze pagina"
          switchText="Toetsen gebruiken op dit toestel"
          shortcuts={[
            { keys: 'j', text: 'volgende kaart' },
            { keys: 'k', text: 'vorige kaart' },
            { keys: 'Enter', text: 'openen' },
            { keys: '/', text: 'zoeken' },
          ]}
        />
      </Section>
      <Section title="Tabel en feiten">
        <StreetTable />
        <DescriptionList
          items={[
            { term: 'Verzekerd tot', value: '31 december 2026' },
            { term: 'Contact', value: 'dienst vrijwilligers' },
            { term: 'Taken', value: <List items={['bezoeken', 'vervoer']} look="bare" /> },
          ]}
        />
        <List look="numbers" items={['Bel aan.', 'Zeg wie u bent.', 'Luister.']} />
      </Section>
    </>
  )
}

function CardFilters() {
  return (
    <Filters
      action="/gallery"
      title="Kaarten filteren"
      applyText="Toon"
      active={[{ text: 'Buurt: Molenwijk', href: '/gallery?without=neighbourhood', removeText: 'weghalen' }]}
      clear={{ href: '/gallery', text: 'Alle filters weg' }}
    >
      <SearchField name="q" label="Zoek in kaarten" />
      <Select
        name="neighbourhood"
        label="Buurt"
        emptyText="Alle buurten"
        value="molenwijk"
        choices={[
          { value: 'molenwijk', label: 'Molenwijk' },
          { value: 'station', label: 'Stationsbuurt' },
        ]}
      />
    </Filters>
  )
}

/** The list of cards with due dates that the workplace shows too. */
export function CardList() {
  return (
    <LinkList
      label="Kaarten"
      listKeys
      items={[
        {
          href: '/gallery?card=1',
          title: 'Hulp bij papieren, Kerkstraat',
          meta: (
            <>
              <DueDate words="3 dagen te laat" date="di 18 november" dateTime="2026-11-18" overdue />
              <Status word="Ontvangen" icon="inbox" />
            </>
          ),
          description: '“Ik krijg brieven van het ziekenfonds die ik niet begrijp.”',
          actions: (
            <Button look="secondary" icon="phone" about="over Kerkstraat" shortcut="b" type="button">
              Bellen
            </Button>
          ),
        },
        {
          href: '/gallery?card=2',
          title: 'Gezelschap op woensdag, Molenstraat',
          meta: (
            <>
              <DueDate words="morgen" date="za 22 november" dateTime="2026-11-22" />
              <Status word="Gecontacteerd" icon="phone" />
              <Tag>Arabisch</Tag>
            </>
          ),
        },
        {
          href: '/gallery?card=3',
          title: 'Vervoer naar de markt, Stationsplein',
          meta: <DueDate words="over 9 dagen" date="zo 30 november" dateTime="2026-11-30" />,
        },
      ]}
    />
  )
}

type Street = { readonly name: string; readonly addresses: number; readonly visited: number; readonly pair: string }

const streets: readonly Street[] = [
  { name: 'Kerkstraat', addresses: 84, visited: 60, pair: 'Mia en Jef' },
  { name: 'Molenstraat', addresses: 120, visited: 40, pair: 'Fatima en Luc' },
]

function StreetTable() {
  return (
    <Table
      caption="Straten in deze ronde"
      rows={streets}
      rowKey={(street) => street.name}
      columns={[
        {
          key: 'name',
          heading: 'Straat',
          cell: (street) => street.name,
          rowHeader: true,
          sort: { href: '/gallery?sort=-name', direction: 'ascending' },
        },
        {
          key: 'addresses',
          heading: 'Adressen',
          cell: (s) => s.addresses,
          numeric: true,
          sort: { href: '/gallery?sort=n' },
        },
        { key: 'visited', heading: 'Bezocht', cell: (street) => street.visited, numeric: true },
        { key: 'pair', heading: 'Tweetal', cell: (street) => street.pair },
        {
          key: 'acts',
          heading: 'Wat u kunt doen',
          headingHidden: true,
          cell: (street) => <a href={`/gallery?street=${street.name}`}>Open {street.name}</a>,
        },
      ]}
    />
  )
}
