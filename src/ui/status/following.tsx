import type { ComponentChildren } from 'preact'

/**
 * What happens elsewhere, as it stands now. With script it follows by itself until the page has no such part any more, and says so
 * aloud now and then; without, the page has a link to look again.
 */
export function Following({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="following">
      <span class="following-sign" aria-hidden="true" />
      <div data-follows>{children}</div>
      <p class="visually-hidden" role="status" data-follows-aloud />
    </div>
  )
}
