/** Longest side of a photo that is sent, in pixels: sharp on paper, a tenth of what a telephone makes of it. */
const longestSide = 2000

/** `data-shrinks-photos`: makes a chosen photo smaller before it is sent. What cannot be drawn here is sent as it is. */
export function shrinkPhotos(page: Document): void {
  for (const field of page.querySelectorAll<HTMLInputElement>('input[type=file][data-shrinks-photos]'))
    field.addEventListener('change', async () => {
      const [photo] = field.files ?? []
      const smaller = photo && (await shrunk(photo).catch(() => undefined))
      if (!smaller || field.files?.[0] !== photo) return
      const chosen = new DataTransfer()
      chosen.items.add(smaller)
      field.files = chosen.files
    })
}

/** The photo, upright and with a side of `longestSide` at most; undefined when it is small enough. */
async function shrunk(photo: File): Promise<File | undefined> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  const scale = longestSide / Math.max(picture.width, picture.height)
  if (scale >= 1) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  return blob ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : undefined
}
