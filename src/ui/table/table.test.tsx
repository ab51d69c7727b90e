import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { Table } from './table.tsx'

const table = (
  <Table
    caption="Straten"
    listKeys
    rows={[{ name: 'Kerkstraat', addresses: 84 }]}
    rowKey={(street) => street.name}
    columns={[
      {
        key: 'name',
        heading: 'Straat',
        cell: (street) => street.name,
        rowHeader: true,
        sort: { href: '?sort=-name', direction: 'ascending' },
      },
      {
        key: 'addresses',
        heading: 'Adressen',
        cell: (street) => street.addresses,
        numeric: true,
        sort: { href: '?sort=addresses' },
      },
      { key: 'acts', heading: 'Acties', headingHidden: true, cell: () => 'Open' },
    ]}
  />
)

test('a table has a caption, and headings for columns and rows', () => {
  expect(rendered(table, 'caption')[0]?.text).toBe('Straten')
  expect(rendered(table, 'th').map(({ attributes, text }) => [attributes.scope, text])).toEqual([
    ['col', 'Straat'],
    ['col', 'Adressen'],
    ['col', 'Acties'],
    ['row', 'Kerkstraat'],
  ])
})

test('only the column the rows are sorted by says how', () => {
  expect(rendered(table, 'th').map(({ attributes }) => attributes['aria-sort'])).toEqual([
    'ascending',
    undefined,
    undefined,
    undefined,
  ])
  expect(rendered(table, 'a').map(({ attributes }) => attributes.href)).toEqual(['?sort=-name', '?sort=addresses'])
})

test('a cell carries the name of its column, for where rows become cards', () => {
  expect(rendered(table, 'td').map(({ attributes }) => attributes['data-label'])).toEqual(['Adressen', undefined])
})

test('rows can be walked with the keyboard when asked for', () => {
  expect(rendered(table, 'tbody')[0]?.attributes).toHaveProperty('data-list-keys')
  expect(rendered(table, 'tr')[1]?.attributes).toHaveProperty('data-list-item')
})

test('a compact table can be scrolled from the keyboard, under the name of its caption', () => {
  const compact = (
    <Table
      compact
      caption="Straten"
      rows={['Kerkstraat']}
      rowKey={(street) => street}
      columns={[{ key: 'name', heading: 'Straat', cell: (street) => street }]}
    />
  )
  expect(rendered(compact, 'div')[0]?.attributes).toMatchObject({
    role: 'region',
    'aria-label': 'Straten',
    tabindex: '0',
  })
  expect(rendered(table, 'div')[0]?.attributes.tabindex).toBeUndefined()
})
