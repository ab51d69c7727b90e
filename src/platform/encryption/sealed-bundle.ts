/**
 * Sealed texts of many rows in one binary parameter: neither written as base64 or hex nor read from it, which cost more than the
 * sealing. In SQL each row cuts out its own: `substring(bytes from start for length)`, null where there is no text.
 */
export type SealedBundle = {
  readonly bytes: Buffer
  /** Per row, the first byte, from 1. */
  readonly starts: readonly (number | null)[]
  readonly lengths: readonly (number | null)[]
}

/** Bundles the sealed texts of rows, in their order. */
export function bundle(sealed: readonly (Buffer | null)[]): SealedBundle {
  let next = 1
  const starts = sealed.map((text) => {
    if (!text) return null
    next += text.length
    return next - text.length
  })
  return {
    bytes: Buffer.concat(sealed.flatMap((text) => text ?? [])),
    starts,
    lengths: sealed.map((text) => text?.length ?? null),
  }
}
