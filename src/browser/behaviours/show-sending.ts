/** Smaller files have left before anybody could read how far they are. */
const worthShowingBytes = 1024 * 1024

/**
 * `data-sending="# % sent"` inside a form with a file: shows how much of a large file has left, with a button to stop. A file larger
 * than `data-largest-bytes` is not sent; `data-too-large` then stands there.
 */
export function showSending(page: Document): void {
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    const shown = form.querySelector<HTMLElement>('[data-sending]')
    const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0]
    if (!shown || !file || file.size < worthShowingBytes) return
    event.preventDefault()
    const largest = Number(shown.dataset.largestBytes)
    if (file.size > largest) say(shown, shown.dataset.tooLarge ?? '')
    else send(page, form, shown)
  })
}

function say(shown: HTMLElement, words: string, share?: number): void {
  const [line, bar, button] = [
    shown.querySelector('p'),
    shown.querySelector('progress'),
    shown.querySelector<HTMLElement>('button'),
  ]
  shown.hidden = false
  if (line) line.textContent = words
  for (const part of [bar, button]) if (part) part.hidden = share === undefined
  if (bar && share !== undefined) bar.value = share
}

function send(page: Document, form: HTMLFormElement, shown: HTMLElement): void {
  const request = new XMLHttpRequest()
  const words = (share: number) => (shown.dataset.sending ?? '').replace('#', String(share))
  const submit = form.querySelector<HTMLButtonElement>('button[type=submit]')
  const stop = shown.querySelector('button')
  const rest = () => {
    if (submit) submit.disabled = false
    shown.hidden = true
  }
  let said = -1
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const share = Math.floor((loaded / total) * 100)
    // In steps of five: the line is read aloud.
    if (share < said + 5 && share < 100) return
    said = share
    say(shown, words(share), share)
  })
  request.addEventListener('load', () => take(page, form, request))
  // The browser sends it in its own way, and says in its own way that there is no connection.
  request.addEventListener('error', () => form.submit())
  request.addEventListener('abort', rest)
  stop?.addEventListener('click', () => request.abort(), { once: true })
  if (submit) submit.disabled = true
  say(shown, words(0), 0)
  request.open('POST', form.action)
  request.send(new FormData(form))
}

/** Goes where the answer leads; an answer to this address (what has to be corrected) is put in the place of the page. */
function take(page: Document, form: HTMLFormElement, { responseURL, responseText }: XMLHttpRequest): void {
  if (responseURL !== form.action) {
    location.assign(responseURL)
    return
  }
  const next = new DOMParser().parseFromString(responseText, 'text/html')
  const [main, nextMain] = [page.querySelector('main'), next.querySelector('main')]
  if (!main || !nextMain) {
    form.submit()
    return
  }
  page.title = next.title
  main.replaceWith(nextMain)
  page.querySelector<HTMLElement>('[data-focus-on-load]')?.focus()
}
