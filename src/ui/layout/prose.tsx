import type { ComponentChildren } from 'preact'

/** Running text: paragraphs, lists and headings at a readable measure. */
export function Prose({ children }: { readonly children: ComponentChildren }) {
  return <div class="prose">{children}</div>
}
