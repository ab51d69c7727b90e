import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { WorkplaceLayout } from './workplace-layout.tsx'

const page = (
  <WorkplaceLayout
    municipality={{ name: 'Netegem', href: '/today' }}
    navigationLabel="Hoofdmenu"
    menuText="Menu"
    navigation={[
      { links: [{ href: '/today', text: 'Vandaag', current: true }] },
      { title: 'Vragen', links: [{ href: '/cards', text: 'Kaarten', count: 7 }] },
      { title: 'Beheer', links: [] },
    ]}
    user={{ name: 'An Peeters', role: 'Coördinator', signOut: { action: '/sign-out', text: 'Afmelden' } }}
  >
    <p>inhoud</p>
  </WorkplaceLayout>
)

test('the navigation marks where one is, and the menu button unfolds it without script', () => {
  expect(rendered(page, 'nav')[0]?.attributes['aria-label']).toBe('Hoofdmenu')
  expect(
    rendered(page, 'a')
      .filter(({ attributes }) => attributes['aria-current'])
      .map(({ text }) => text),
  ).toEqual(['Vandaag'])
  const [menu] = rendered(page, 'button')
  expect(menu).toMatchObject({ attributes: { popovertarget: 'workplace-menu', type: 'button' }, text: 'Menu' })
})

test('links stand under the word they belong to, and a word without links is left out', () => {
  const lists = rendered(page, 'ul').map(({ attributes }) => attributes['aria-labelledby'])
  const words = rendered(page, 'p').filter(({ attributes }) => attributes.class === 'workplace-group-title')
  expect(words.map(({ text }) => text)).toEqual(['Vragen'])
  expect(lists).toEqual([undefined, words[0]?.attributes.id])
})

test('signing out is a form, not a link', () => {
  expect(rendered(page, 'form')[0]?.attributes).toMatchObject({ method: 'post', action: '/sign-out' })
})
