import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Island } from './island.tsx'

const Greeting = ({ text }: { readonly text: string }) => <p>{text}</p>

test('an island is whole before it wakes up, and its props survive the way to the browser', () => {
  const props = { text: '"Dag" & <welkom>' }
  const html = renderToString(<Island of={Greeting} name="Greeting" props={props} />)
  expect(html).toContain('&lt;welkom')
  const written = /data-props="([^"]*)"/.exec(html)?.[1] ?? ''
  const read = written.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  expect(JSON.parse(read)).toEqual(props)
})
