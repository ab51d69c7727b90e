import type { ComponentChildren } from 'preact'
import { Heading, type HeadingLevel } from '../text/heading.tsx'

export type SectionProps = {
  readonly title: string
  readonly level?: HeadingLevel | undefined
  /** Anchor of the section, for links to it. */
  readonly id?: string | undefined
  /** Something small on the line of the heading: a count, a link. */
  readonly beside?: ComponentChildren
  readonly children: ComponentChildren
}

/** A heading with what belongs under it. */
export function Section({ title, level = 2, id, beside, children }: SectionProps) {
  return (
    <section class="section stack gap-small" id={id}>
      <div class="section-head cluster gap-small spread-between">
        <Heading level={level}>{title}</Heading>
        {beside}
      </div>
      {children}
    </section>
  )
}
