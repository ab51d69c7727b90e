import type { ComponentChildren } from 'preact'

/** The buttons of a form: the primary one first, a way out last. */
export function ButtonRow({ children }: { readonly children: ComponentChildren }) {
  return <div class="button-row">{children}</div>
}
