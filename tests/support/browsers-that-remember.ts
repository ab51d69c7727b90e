import type { StaffActor } from '../../src/platform/access/actor.ts'
import { identifiersIn } from './crawl.ts'
import { elementsOf, readMarkup } from './markup.ts'
import type { Browser, World } from './world.ts'

/**
 * Browsers for many people who look around one after the other. A page about something named that gave people of two kinds (role
 * and secrecy) the same ways on, links and forms, is not made a third time but shown from memory. A list is made for everybody: it
 * may be of what is their own.
 */
export function browsersThatRemember(world: World): (actor: StaffActor) => Browser {
  const shown = new Map<string, Map<string, Set<string>>>()
  const remembered = new Map<string, { readonly kind: string; readonly html: string }>()
  return (actor) => {
    const browser = world.as(actor)
    const get = async (path: string) => {
      const known = remembered.get(path)
      if (known) return new Response(known.html, { headers: { 'content-type': known.kind } })
      const response = await browser.get(path)
      if (response.status !== 200 || identifiersIn(path).length === 0) return response
      const kind = response.headers.get('content-type') ?? ''
      const html = kind.includes('html') ? await response.text() : ''
      const ways = html && waysOn(html)
      const answers = shown.get(path) ?? new Map<string, Set<string>>()
      const people = (answers.get(ways) ?? new Set()).add(`${actor.role} ${actor.secrecy}`)
      shown.set(path, answers.set(ways, people))
      if (people.size > 1) remembered.set(path, { kind, html })
      return new Response(html, { headers: { 'content-type': kind } })
    }
    return { ...browser, get }
  }
}

/** Where the content of a page leads to: its links, and its forms with the names of their fields. */
function waysOn(html: string): string {
  const [main] = elementsOf(readMarkup(html), 'main')
  if (!main) return ''
  const ways = elementsOf(main, 'a', 'form', 'button', 'input', 'select', 'textarea').map(
    ({ attributes: { href, action, formaction, name } }) => href ?? action ?? formaction ?? name,
  )
  return [...new Set(ways)].sort().join(' ')
}
