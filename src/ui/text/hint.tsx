import type { ComponentChildren } from 'preact'

/** Quiet text that helps: how, why, since when. */
export function Hint({ id, children }: { readonly id?: string | undefined; readonly children: ComponentChildren }) {
  return (
    <p class="hint" id={id}>
      {children}
    </p>
  )
}
