import type { Value } from '@meernet/statistics'

/** Whether the area is exactly the one meant, or figures of areas that nearly are it were put together. */
export type Quality = 'exact' | 'approximate'

declare const isProtected: unique symbol

/**
 * A figure as readers may see it: pages, pictures, exports and documents take nothing else. Only this folder makes one, after what
 * points at few people has been hidden (P13); then `value` is `hidden`, never 0.
 */
export type ShownFigure = {
  readonly value: Value
  readonly quality: Quality
  readonly [isProtected]: true
}

/** Marks a figure as one that readers may see. For this folder alone: what is hidden must have been worked out before. */
export const asShown = (value: Value, quality: Quality): ShownFigure => ({ value, quality }) as ShownFigure
