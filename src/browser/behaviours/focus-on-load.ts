/** `data-focus-on-load`: takes the focus when the page opens, so that a screen reader starts there. */
export function focusOnLoad(page: Document): void {
  page.querySelector<HTMLElement>('[data-focus-on-load]')?.focus()
}
