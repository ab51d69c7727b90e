import type { ComponentChildren } from 'preact'

/** The sentence or two that open a page. */
export function Lead({ children }: { readonly children: ComponentChildren }) {
  return <p class="lead">{children}</p>
}
