/** `data-count-characters="Left: #"`: says under a textarea how many characters may still come; aloud when few are left. */
export function countCharacters(page: Document): void {
  for (const area of page.querySelectorAll<HTMLTextAreaElement>('textarea[data-count-characters]')) {
    const line = page.getElementById(`${area.id}-count`)
    if (!line) continue
    const count = () => {
      const left = area.maxLength - area.value.length
      line.textContent = (area.dataset.countCharacters ?? '').replace('#', String(left))
      line.setAttribute('aria-live', left <= fewLeft ? 'polite' : 'off')
    }
    area.addEventListener('input', count)
    count()
  }
}

const fewLeft = 20
