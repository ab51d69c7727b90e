import { useEffect, useRef, useState } from 'preact/hooks'
import type { Outcome } from './drawing-words.ts'

/** How long somebody may pause before the doors are counted. */
const pauseMs = 300

/** What the corners in `text` come to, asked of the server once `text` rests; `first` until then. */
export function useOutcome(
  text: string,
  first: string,
  onRead: (corners: NonNullable<Outcome['corners']>) => void,
): string {
  const [words, setWords] = useState(first)
  const known = useRef(text)
  const read = useRef(onRead)
  read.current = onRead
  useEffect(() => {
    if (text === known.current) return
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      const outcome = await ask(text, asking.signal)
      if (!outcome) return
      known.current = text
      setWords(outcome.words)
      if (outcome.corners) read.current(outcome.corners)
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [text])
  return words
}

/** Nothing when there is no answer: what stood there stays, and saving looks again. */
async function ask(corners: string, signal: AbortSignal): Promise<Outcome | undefined> {
  try {
    const answer = await fetch('/places/drawn/outcome', {
      method: 'POST',
      body: new URLSearchParams({ corners }),
      signal,
    })
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}
