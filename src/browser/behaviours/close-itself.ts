/** `data-closes-itself`: details that fold at Escape (back to the summary) and at a press elsewhere. */
export function closeItself(page: Document): void {
  const open = () => page.querySelectorAll<HTMLDetailsElement>('details[data-closes-itself][open]')

  page.addEventListener('click', ({ target }) => {
    for (const details of open()) if (!(target instanceof Node && details.contains(target))) details.open = false
  })
  page.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    for (const details of open()) {
      details.open = false
      details.querySelector('summary')?.focus()
    }
  })
}
