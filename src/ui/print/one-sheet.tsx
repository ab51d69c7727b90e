import type { ComponentChildren } from 'preact'

/** A page of the workplace that prints small, on the two sides of one A4 where it can: a table and some pictures beside each other. */
export function OneSheet({ children }: { readonly children: ComponentChildren }) {
  return <div class="one-sheet">{children}</div>
}
