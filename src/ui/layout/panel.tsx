import type { ComponentChildren } from 'preact'

export type PanelProps = {
  /** `warm` for a friendly aside, `dashed` for what is not there yet. */
  readonly look?: 'plain' | 'warm' | 'dashed' | undefined
  readonly children: ComponentChildren
}

/** A sheet on the page that keeps things together. */
export function Panel({ look = 'plain', children }: PanelProps) {
  return <div class={`panel panel-${look} stack gap-small`}>{children}</div>
}
