/** What a cleaner of one kind of file gives: the file as it may be kept, with its size as it stands upright. */
export type Cleaned = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

/** Why a cleaner gives nothing. */
export type NotCleaned = 'damaged' | 'moving'

/** Width and height changed places when the camera was held on its side (5–8). */
export function upright(
  bytes: Uint8Array,
  size: { readonly width: number; readonly height: number },
  orientation: number,
): Cleaned {
  const { width, height } = size
  return orientation >= 5 ? { bytes, width: height, height: width } : { bytes, width, height }
}
