import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const startIsOverMs = 3000

/**
 * Gives back, once, what only starting needed: reading the program, migrations, the demo. V8 keeps room for young objects as large as
 * starting filled it, and by itself gives it back only when memory runs out. Takes some 50 ms, three seconds after the start. Decision 0510.
 */
export function giveBackAfterStart(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as (how: { type: string; execution: string; flavor: string }) => void
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  }, startIsOverMs).unref()
}
