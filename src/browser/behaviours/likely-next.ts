/**
 * `data-likely-next`: fetches the page behind a link as soon as it is pointed at, touched or reached by keyboard, once.
 * A fetch is a read for the server: never on pages that write an audit line.
 */
export function likelyNext(page: Document): void {
  const fetched = new Set<string>()
  const fetchPage = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-likely-next]') : null
    if (!link || fetched.has(link.href) || savesData()) return
    fetched.add(link.href)
    page.head.append(Object.assign(page.createElement('link'), { rel: 'prefetch', href: link.href }))
  }
  for (const event of ['pointerover', 'touchstart', 'focusin'])
    page.addEventListener(event, fetchPage, { passive: true })
}

/** Does the person ask for little traffic? Not every browser tells. */
const savesData = () => 'connection' in navigator && Boolean((navigator.connection as { saveData?: boolean }).saveData)
