import { useState } from 'preact/hooks'
import { Button } from '../button/button.tsx'

export type GalleryCounterProps = {
  readonly start: number
  /** Sentence with `#` for the number. */
  readonly text: string
}

/** The smallest island: shows that a component wakes up. */
export function GalleryCounter({ start, text }: GalleryCounterProps) {
  const [count, setCount] = useState(start)
  return (
    <Button look="secondary" type="button" onPress={() => setCount(count + 1)}>
      {text.replace('#', String(count))}
    </Button>
  )
}
