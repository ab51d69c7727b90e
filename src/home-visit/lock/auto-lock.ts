/** Calls `lock` when the app was out of sight for `minutes`; gives what ends the watching. */
export function onLongAway(minutes: number, lock: () => void): () => void {
  const limitMs = minutes * 60_000
  let hiddenAt: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    clearTimeout(timer)
    if (document.visibilityState === 'hidden') {
      hiddenAt = Date.now()
      timer = setTimeout(lock, limitMs)
      return
    }
    // Timers stand still on a sleeping phone: the clock decides, and one that was put back meanwhile counts as long.
    const awayMs = hiddenAt === undefined ? 0 : Date.now() - hiddenAt
    if (awayMs < 0 || awayMs >= limitMs) lock()
    hiddenAt = undefined
  }
  document.addEventListener('visibilitychange', look)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', look)
  }
}

/** Calls `lock` when nobody touched the phone for `minutes`, in sight or not; gives what ends the watching. */
export function onLongIdle(minutes: number, lock: () => void): () => void {
  let timer = setTimeout(lock, minutes * 60_000)
  const touched = () => {
    clearTimeout(timer)
    timer = setTimeout(lock, minutes * 60_000)
  }
  for (const sign of touches) addEventListener(sign, touched, { passive: true })
  const endAway = onLongAway(minutes, lock)
  return () => {
    clearTimeout(timer)
    for (const sign of touches) removeEventListener(sign, touched)
    endAway()
  }
}

const touches = ['pointerdown', 'keydown', 'touchmove', 'wheel'] as const
