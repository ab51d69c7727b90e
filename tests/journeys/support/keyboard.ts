import type { Page } from 'playwright-core'

/** The keys of somebody who uses no mouse. */
export type Keyboard = {
  /** Presses a key that changes the page at hand. */
  presses(key: string): Promise<void>
  /** Presses a key that brings another page, and waits for it. */
  opensWith(key: string): Promise<void>
  /** Goes from field to field, link to link, until the focus is on what begins with `name`, or fits it. */
  goesTo(name: string | RegExp): Promise<void>
  /** Goes to a field and writes in it, over what stood there. */
  writes(field: string, text: string): Promise<void>
  /** Goes to a group of choices and picks one, or ticks a box. */
  picks(choice: string): Promise<void>
  /** Goes to a list that unfolds and walks it to an option. */
  chooses(list: string | RegExp, option: string): Promise<void>
  /** Goes to a button or link and opens what it leads to. */
  follows(name: string): Promise<void>
  /** What has the focus, as a screen reader would call it. */
  focus(): Promise<string>
}

/** Longest walk over a page: more keys than this and something is out of reach. */
const longestWalk = 150

export function keyboardOn(page: Page): Keyboard {
  const press = (key: string) => page.keyboard.press(key)
  const focus = () => page.evaluate(nameOfFocus)
  const walk = async (key: string, wanted: string | RegExp, found: () => Promise<boolean>) => {
    for (let steps = 0; steps < longestWalk; steps += 1) {
      if (await found()) return
      await press(key)
    }
    throw new Error(`"${wanted}" cannot be reached with ${key} on ${page.url()}; the focus is on "${await focus()}"`)
  }
  const goesTo = (name: string | RegExp) =>
    walk('Tab', name, async () => {
      const here = await focus()
      return typeof name === 'string' ? here.startsWith(name) : name.test(here)
    })
  const opensWith = async (key: string) => {
    await Promise.all([page.waitForEvent('load'), press(key)])
  }
  return {
    presses: press,
    opensWith,
    goesTo,
    focus,
    writes: async (field, text) => {
      await goesTo(field)
      await press('Control+a')
      await page.keyboard.type(text)
    },
    picks: async (choice) => {
      await walk('Tab', choice, () => page.evaluate(groupOfFocusHas, choice))
      await walk('ArrowDown', choice, async () => (await focus()).startsWith(choice))
      if (!(await page.evaluate(isTicked))) await press('Space')
    },
    chooses: async (list, option) => {
      await goesTo(list)
      await walk('ArrowDown', option, () => page.evaluate(hasOption, option))
    },
    follows: async (name) => {
      await goesTo(name)
      await opensWith('Enter')
    },
  }
}

// What follows runs in the page.

function nameOfFocus(): string {
  const place = document.activeElement
  if (!(place instanceof HTMLElement) || place === document.body) return ''
  const labels = 'labels' in place ? [...((place.labels as NodeListOf<HTMLLabelElement> | null) ?? [])] : []
  const words = labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : place.textContent
  return (place.getAttribute('aria-label') ?? words).trim()
}

function groupOfFocusHas(choice: string): boolean {
  const place = document.activeElement
  if (!(place instanceof HTMLInputElement)) return false
  const { type, name, form } = place
  if (type !== 'radio' && type !== 'checkbox') return false
  const group =
    type === 'checkbox' ? [place] : [...(form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [])]
  return group.some(({ labels }) => [...(labels ?? [])].some((label) => label.textContent.trim().startsWith(choice)))
}

function isTicked(): boolean {
  return document.activeElement instanceof HTMLInputElement && document.activeElement.checked
}

function hasOption(option: string): boolean {
  const place = document.activeElement
  return place instanceof HTMLSelectElement && (place.selectedOptions[0]?.text.trim().startsWith(option) ?? false)
}
