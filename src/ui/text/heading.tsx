import type { ComponentChildren } from 'preact'

export type HeadingLevel = 1 | 2 | 3 | 4

export type HeadingProps = {
  readonly level?: HeadingLevel | undefined
  /** Look of another level, when outline and size differ. */
  readonly look?: HeadingLevel | undefined
  readonly id?: string | undefined
  readonly children: ComponentChildren
}

/** A heading; its level is the outline of the page, its look the size. */
export function Heading({ level = 2, look = level, id, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag class={`heading heading-${look}`} id={id}>
      {children}
    </Tag>
  )
}
