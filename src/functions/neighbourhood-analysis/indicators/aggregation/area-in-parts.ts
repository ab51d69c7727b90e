import type { AreaPart } from '../../../../registers/places/index.ts'
import type { AreaLevel } from '../../../../registers/published-figures/index.ts'

/** An area as others publish figures of it. */
export type AreaKey = { readonly level: AreaLevel; readonly edition: string; readonly code: string }

/** The area as the sum of published areas of one level and edition. */
export type Division = Pick<AreaKey, 'level' | 'edition'> & { readonly parts: readonly AreaPart[] }

/** An area for which figures are asked: under which codes it is published itself, and what it can be put together of. */
export type AreaInParts = { readonly own: readonly AreaKey[]; readonly divisions: readonly Division[] }
