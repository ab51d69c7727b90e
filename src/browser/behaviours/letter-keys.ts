/** Is the person typing, or pressing a key together with Ctrl, Alt or Cmd? Then a letter is no shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return true
  return event.target instanceof Element && event.target.closest(typingPlaces) !== null
}

/** Letter keys are on unless switched off on this device. */
export function letterKeysAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true // A browser that keeps nothing: the keys stay on.
  }
}

/** Remembers on this device whether letter keys work. */
export function switchLetterKeys(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing: the choice lasts as long as it can, which is not at all.
  }
}

const storageKey = 'letter-keys'
const typingPlaces =
  'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="submit"], [type="button"])'
