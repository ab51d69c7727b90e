import { missingKinds } from '@meernet/statistics'
import { z } from 'zod'
import { asShown, type ShownFigure } from './shown-figure.ts'

const frozenSchema = z.object({
  value: z.union([z.number(), z.enum(missingKinds)]),
  quality: z.enum(['exact', 'approximate']),
})

/**
 * A figure that was shown before, read back from where a document keeps what it showed (`{ value, quality }`). For documents alone: what
 * comes in here must have gone out as a `ShownFigure`. Throws when it is none.
 */
export function frozenFigure(kept: unknown): ShownFigure {
  const { value, quality } = frozenSchema.parse(kept)
  return asShown(value, quality)
}
