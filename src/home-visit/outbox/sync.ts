import type { Notebook } from '../notebook/notebook.ts'
import { waitBeforeTryMs } from './outbox.ts'
import { type SendResult, sendAll } from './send.ts'

/** Sending in the background of the screens. */
export type Sync = { readonly now: () => void; readonly stop: () => void }

const lockName = 'meernet-visits-sync'
const usualPauseMs = 5 * 60_000

/**
 * Sends on start, when the network returns, when the app is looked at again, after each act, and again after failures, later
 * and later. One tab sends at a time; another waits for its turn, and then looks first at what was sent. Until it is stopped,
 * `onResult` hears how each go ended.
 */
export function startSync(notebook: Notebook, onResult: (result: SendResult) => void): Sync {
  const channel = new BroadcastChannel(lockName)
  const ending = new AbortController()
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isBusy = false
  let isAskedAgain = false

  const plan = (result: SendResult) => {
    const isFailure = result === 'noNetwork' || result === 'phoneFull'
    failures = isFailure ? failures + 1 : 0
    clearTimeout(timer)
    if (ending.signal.aborted) return
    timer = setTimeout(run, isFailure ? waitBeforeTryMs(failures, Math.random()) : usualPauseMs)
  }
  const go = async () => {
    await navigator.locks.request(lockName, { signal: ending.signal }, async () => {
      await notebook.refresh()
      notebook.setSync({ kind: 'sending' })
      const result = await sendAll(notebook, (path, init) => fetch(path, init))
      notebook.setSync({ kind: result })
      if (!ending.signal.aborted) onResult(result)
      plan(result)
      channel.postMessage('changed')
    })
  }
  const run = async () => {
    if (ending.signal.aborted) return
    if (isBusy) {
      isAskedAgain = true
      return
    }
    isBusy = true
    await go().catch(() => plan('noNetwork'))
    isBusy = false
    if (!isAskedAgain) return
    isAskedAgain = false
    await run()
  }

  const { signal } = ending
  addEventListener('online', run, { signal })
  addEventListener('offline', () => notebook.setSync({ kind: 'noNetwork' }), { signal })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void run(), { signal })
  channel.addEventListener('message', () => void notebook.refresh(), { signal })
  void run()
  return {
    now: () => void run(),
    stop: () => {
      ending.abort()
      clearTimeout(timer)
      channel.close()
    },
  }
}
