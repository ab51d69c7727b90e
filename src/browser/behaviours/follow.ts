const everyMs = 2000
/** Every tenth second aloud: a count that is read out with each change drowns everything else. */
const aloudEvery = 5

/** `data-follows`: fetches the page anew and takes over this part, until the page has none; then shows the new page. */
export function follow(page: Document): void {
  const part = page.querySelector('[data-follows]')
  const aloud = page.querySelector('[data-follows-aloud]')
  if (!part) return
  let turns = 0
  const look = async () => {
    const next = page.hidden ? part : await partNow().catch(() => part)
    if (!next) {
      location.reload()
      return
    }
    turns += 1
    if (next !== part) part.replaceChildren(...next.childNodes)
    if (aloud && turns % aloudEvery === 0) aloud.textContent = part.textContent
    setTimeout(look, everyMs)
  }
  setTimeout(look, everyMs)
}

/** The part as the page has it now; null when it has none. Throws when the page cannot be had. */
async function partNow(): Promise<Element | null> {
  const answer = await fetch(location.href)
  if (!answer.ok) throw new Error(String(answer.status))
  return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-follows]')
}
