import { isTyping, letterKeysAreOn } from './letter-keys.ts'

/**
 * `data-list-keys` around `data-list-item`s: j and k walk from link to link, the arrows too once inside; Enter opens, as for any link.
 * `/` goes to the search box; `data-key="a"` presses a button or link, first the one in the item with the focus.
 */
export function listKeys(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (isTyping(event)) return
    const target = targetOf(page, event.key)
    if (!target) return
    event.preventDefault()
    target.focus()
    if (target.dataset.key === event.key) target.click()
  })
}

function targetOf(page: Document, key: string): HTMLElement | undefined {
  const inList = page.activeElement?.closest('[data-list-keys]') != null
  if (inList && key === 'ArrowDown') return neighbour(page, 1)
  if (inList && key === 'ArrowUp') return neighbour(page, -1)
  if (!letterKeysAreOn()) return undefined
  if (key === 'j') return neighbour(page, 1)
  if (key === 'k') return neighbour(page, -1)
  if (key === '/')
    return page.querySelector<HTMLElement>('input[type="search"]:not([data-filter-options])') ?? undefined
  return key.length === 1 ? pressedBy(page, key) : undefined
}

/** The link or button that stands for the item `distance` further than the one with the focus; the first one when none has it. */
function neighbour(page: Document, distance: number): HTMLElement | undefined {
  const items = [...page.querySelectorAll('[data-list-keys] [data-list-item]')].filter(isShown)
  const here = items.findIndex((item) => item.contains(page.activeElement))
  const there = here === -1 ? 0 : here + distance
  return items[there]?.querySelector<HTMLElement>('a[href], button') ?? undefined
}

function pressedBy(page: Document, key: string): HTMLElement | undefined {
  const selector = `[data-key="${CSS.escape(key)}"]`
  const here = page.activeElement?.closest('[data-list-item]')
  const near = here ? [...here.querySelectorAll<HTMLElement>(selector)] : []
  const outside = [...page.querySelectorAll<HTMLElement>(selector)].filter(
    (place) => !place.closest('[data-list-item]'),
  )
  return [...near, ...outside].find(isShown)
}

const isShown = (place: Element) => place.getClientRects().length > 0
