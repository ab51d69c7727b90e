import type { ComponentChildren } from 'preact'
import type { Gap } from './stack.tsx'

export type GridProps = {
  /** The width under which a cell never goes: about 10, 16 or 22 rem. */
  readonly cell?: 'small' | 'medium' | 'large' | undefined
  readonly gap?: Gap | undefined
  /** A few cells share the whole line: a row of tallies. */
  readonly stretch?: boolean | undefined
  readonly children: ComponentChildren
}

/** Cells of equal width, as many beside each other as fit. */
export function Grid({ cell = 'medium', gap = 'medium', stretch, children }: GridProps) {
  return <div class={`grid grid-${cell} gap-${gap}${stretch ? ' grid-stretch' : ''}`}>{children}</div>
}
