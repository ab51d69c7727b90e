import { isTyping, letterKeysAreOn, switchLetterKeys } from './letter-keys.ts'

/** `data-keyboard-help`: `?` folds and unfolds the list of keys; the switch in it turns letter keys off (WCAG 2.1.4). */
export function keyboardHelp(page: Document): void {
  const help = page.querySelector<HTMLDetailsElement>('details[data-keyboard-help]')
  if (!help) return
  const toggle = help.querySelector<HTMLInputElement>('[data-keyboard-switch]')
  if (toggle) {
    toggle.closest('[hidden]')?.removeAttribute('hidden')
    toggle.checked = letterKeysAreOn()
    toggle.addEventListener('change', () => switchLetterKeys(toggle.checked))
  }
  page.addEventListener('keydown', (event) => {
    if (event.key !== '?' || isTyping(event) || !letterKeysAreOn()) return
    event.preventDefault()
    help.open = !help.open
    if (help.open) help.querySelector('summary')?.focus()
  })
}
