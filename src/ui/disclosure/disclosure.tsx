import type { ComponentChildren } from 'preact'

export type DisclosureProps = {
  readonly summary: string
  readonly open?: boolean | undefined
  readonly children: ComponentChildren
}

/** Something to unfold for those who want it. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details class="disclosure" open={open}>
      <summary class="disclosure-summary">{summary}</summary>
      <div class="disclosure-inside stack gap-small">{children}</div>
    </details>
  )
}
