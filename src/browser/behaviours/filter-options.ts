/** `data-filter-options="list-id"`: a box that hides the children of a list that do not hold what is typed; ticked ones stay. */
export function filterOptions(page: Document): void {
  for (const box of page.querySelectorAll<HTMLInputElement>('[data-filter-options]')) {
    const list = page.getElementById(box.dataset.filterOptions ?? '')
    if (!list) continue
    box.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
    box.addEventListener('input', () => {
      const typed = plain(box.value)
      for (const option of list.querySelectorAll<HTMLElement>(':scope > *')) {
        option.hidden = !plain(option.textContent).includes(typed) && !option.querySelector(':checked')
      }
    })
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault()
    })
  }
}

/** Without accents and capitals: "Désirée" is found by "desi". */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
