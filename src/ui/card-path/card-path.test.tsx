import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { CardPath } from './card-path.tsx'

test('in a list only the knots of the path can be seen, and all of it is read aloud', () => {
  const path = (
    <CardPath
      isBrief
      label="De weg van deze kaart"
      steps={[
        { text: 'Verstuurd', state: 'done', stateText: 'gebeurd' },
        { text: 'Gesprek', state: 'current', stateText: 'nu hier' },
      ]}
    />
  )
  const words = rendered(path, 'span').filter(({ attributes }) => attributes.class === 'path-words')
  expect(words).toEqual([])
  expect(rendered(path, 'li').map(({ text }) => text)).toEqual(['Verstuurd (gebeurd)', 'Gesprek (nu hier)'])
})

test('the path says where the card is now and reads each state aloud', () => {
  const path = (
    <CardPath
      label="De weg van deze kaart"
      steps={[
        { text: 'Verstuurd', state: 'done', stateText: 'gebeurd', moment: '12 november' },
        { text: 'Gesprek', state: 'current', stateText: 'nu hier' },
        { text: 'Hulp', state: 'next', stateText: 'komt nog' },
      ]}
    />
  )
  expect(rendered(path, 'li').map(({ attributes, text }) => [attributes['aria-current'], text])).toEqual([
    [undefined, 'Verstuurd (gebeurd)12 november'],
    ['step', 'Gesprek (nu hier)'],
    [undefined, 'Hulp (komt nog)'],
  ])
})
