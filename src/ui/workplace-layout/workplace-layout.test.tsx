import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { WorkplaceLayout } from './workplace-layout.tsx'

const page = (
  <WorkplaceLayout
    municipality={{ name: 'Netegem', href: '/today' }}
    navigationLabel="Hoofdmenu"
    menuText="Menu"
    navigation={[
      { href: '/today', text: 'Vandaag', current: true },
      { href: '/cards', text: 'Kaarten', count: 7 },
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

test('signing out is a form, not a link', () => {
  expect(rendered(page, 'form')[0]?.attributes).toMatchObject({ method: 'post', action: '/sign-out' })
})
