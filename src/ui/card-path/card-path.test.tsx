import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { CardPath } from './card-path.tsx'

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
