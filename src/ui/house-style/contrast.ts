/**
 * Contrast of two colours (`#rrggbb`) as WCAG 2.2 defines it: from 1 (the same) to 21 (black on white).
 * Throws on anything that is no hexadecimal colour; ask `isHexColour` first.
 */
export function contrastRatio(hexA: string, hexB: string): number {
  const [light, dark] = [luminance(hexA), luminance(hexB)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Is this a colour written as `#rrggbb`? */
export const isHexColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

/** Relative luminance, 0 (black) to 1 (white). Source: WCAG 2.2, definition of relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = channelsOf(hex).map(linear) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Red, green and blue of `#rrggbb`, each 0 to 1. */
export function channelsOf(hex: string): [number, number, number] {
  if (!isHexColour(hex)) throw new RangeError('a colour is written as #rrggbb')
  const channel = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16) / 255
  return [channel(1), channel(3), channel(5)]
}

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
