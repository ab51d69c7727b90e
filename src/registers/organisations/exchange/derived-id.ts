/**
 * An identifier for a part that has none of its own (a telephone number, an address), made from its owner's and a word for the
 * part: the same every time, so whoever reads our data twice finds the same things. UUID version 8 (RFC 9562): 122 bits of four
 * FNV-1a hashes, each with another start. Not secret, and no protection against who wants two to be alike.
 */
export function derivedId(...parts: readonly string[]): string {
  const text = parts.join('\u0000')
  const hex = starts.map((start) => hashOf(text, start).toString(16).padStart(8, '0')).join('')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}

const starts = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]

function hashOf(text: string, start: number): number {
  let hash = start
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}
