import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { DescriptionList } from './description-list.tsx'
import { LinkList } from './link-list.tsx'

test('an item of a list opens through its title, and shows its actions after it', () => {
  const list = (
    <LinkList
      label="Kaarten"
      listKeys
      items={[{ href: '/cards/1', title: 'Kerkstraat', actions: <button type="button">Bel</button> }]}
    />
  )
  expect(rendered(list, 'ul')[0]?.attributes).toMatchObject({ 'aria-label': 'Kaarten', 'data-list-keys': '' })
  expect(rendered(list, 'a')[0]).toMatchObject({ attributes: { href: '/cards/1' }, text: 'Kerkstraat' })
  expect(rendered(list, 'li')[0]?.text).toBe('KerkstraatBel')
})

test('a fact that is not known is left out', () => {
  const facts = (
    <DescriptionList
      items={[
        { term: 'Taal', value: 'Nederlands' },
        { term: 'Tolk', value: undefined },
      ]}
    />
  )
  expect(rendered(facts, 'dt').map(({ text }) => text)).toEqual(['Taal'])
})
