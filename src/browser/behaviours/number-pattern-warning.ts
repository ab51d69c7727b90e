import { findNumberPattern } from '../../ui/number-pattern/number-pattern.ts'

/** `data-number-pattern-warning="sentence"`: shows the sentence under a text box while it holds a national or account number. */
export function numberPatternWarning(page: Document): void {
  for (const box of page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-number-pattern-warning]')) {
    const line = page.createElement('p')
    line.className = 'control-warning'
    line.setAttribute('role', 'status')
    box.after(line)
    const warn = () => {
      const sentence = findNumberPattern(box.value) ? (box.dataset.numberPatternWarning ?? '') : ''
      if (line.textContent !== sentence) line.textContent = sentence
    }
    box.addEventListener('input', warn)
    warn()
  }
}
