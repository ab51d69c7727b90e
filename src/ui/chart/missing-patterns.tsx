import type { Missing } from '@meernet/statistics'
import { kindsOfMissing } from './plotted.ts'

/** Patterns for what is missing, to be used by `missingFill` of the same picture. `size` is how wide a pattern is, in units of the picture. */
export function MissingPatterns({
  id,
  size,
  kinds,
}: {
  readonly id: string
  readonly size: number
  readonly kinds: readonly Missing[]
}) {
  if (kinds.length === 0) return null
  return (
    <defs>
      {kindsOfMissing
        .filter((kind) => kinds.includes(kind))
        .map((kind) => (
          <pattern
            key={kind}
            id={`${id}-${kind}`}
            width={size}
            height={size}
            patternUnits="userSpaceOnUse"
            stroke-width={kind === 'unknown' ? size / 5 : size / 9}
          >
            <rect class="missing-ground" width={size} height={size} />
            <path class="missing-mark" d={marks[kind](size)} />
          </pattern>
        ))}
    </defs>
  )
}

/** The `fill` of something whose figure is missing; one word of a picture's own, for a stylesheet cannot point into a page. */
export const missingFill = (id: string, kind: Missing) => `url(#${id}-${kind})`

/** Hidden is hatched; unknown is dotted; what does not apply is crossed; an empty cell is left blank. */
const marks: Readonly<Record<Missing, (size: number) => string>> = {
  hidden: (size) =>
    `M0 ${size}L${size} 0M${-size / 4} ${size / 4}L${size / 4} ${-size / 4}M${size * 0.75} ${size * 1.25}L${size * 1.25} ${size * 0.75}`,
  unknown: (size) => `M${size / 4} ${size / 4}h.1M${size * 0.75} ${size * 0.75}h.1`,
  notApplicable: (size) => `M0 ${size / 2}h${size}`,
  empty: () => '',
}
