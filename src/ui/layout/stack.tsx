import type { ComponentChildren } from 'preact'

/** Space between the parts of a layout, from the spacing scale of the tokens. */
export type Gap = 'none' | 'tiny' | 'small' | 'medium' | 'large'

export type StackProps = { readonly gap?: Gap | undefined; readonly children: ComponentChildren }

/** Parts below each other with the same space between them. */
export function Stack({ gap = 'medium', children }: StackProps) {
  return <div class={`stack gap-${gap}`}>{children}</div>
}
