/** `data-auto-submit`: a select or box that sends its form when it changes. */
export function autoSubmit(page: Document): void {
  page.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement)) return
    if (target.hasAttribute('data-auto-submit')) target.form?.requestSubmit()
  })
}
