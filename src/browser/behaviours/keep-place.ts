/** `data-keeps-place`: a press on a drawing in it leaves the page where it is, although the focus goes to a box further down. */
export function keepPlace(page: Document): void {
  page.addEventListener('click', ({ target }) => {
    const view = page.defaultView
    if (!view || !(target instanceof SVGElement) || !target.closest('[data-keeps-place]')) return
    const { scrollX, scrollY } = view
    // The label moves the focus after this event, and before the next picture is drawn.
    view.requestAnimationFrame(() => view.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' }))
  })
}
