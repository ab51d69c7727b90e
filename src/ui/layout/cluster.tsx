import type { ComponentChildren } from 'preact'
import type { Gap } from './stack.tsx'

export type ClusterProps = {
  readonly gap?: Gap | undefined
  /** `between` pushes the parts to both ends of the line. */
  readonly spread?: 'start' | 'between' | 'end' | undefined
  readonly children: ComponentChildren
}

/** Parts beside each other that wrap to a next line when the room ends. */
export function Cluster({ gap = 'small', spread = 'start', children }: ClusterProps) {
  return <div class={`cluster gap-${gap} spread-${spread}`}>{children}</div>
}
