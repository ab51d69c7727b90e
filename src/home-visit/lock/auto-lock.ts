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
