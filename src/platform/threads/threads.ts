import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { traceOf } from '../log.ts'
import type { Calculate, Calculation } from './calculation.ts'

/** Threads beside the one that answers people. Whoever opens them closes them. */
export type Threads = {
  /** Short work here, long work on a thread; rejects with `ThreadFailed` when the thread ended without an answer. */
  readonly calculate: Calculate
  /** Ends what is under way: whoever waits for it is told that it failed. */
  close(): Promise<void>
}

/** `most`: threads at a time, others wait for their turn; `megabytes`: what one may use before it is ended. */
export type ThreadLimits = { readonly most: number; readonly megabytes: number }

/**
 * A thread ended without an answer; `code` is what Node says, `mistake` for an error in the work, or `ended`. NOTE it has the places of that
 * error and not its words: they may hold what the work was about.
 */
export class ThreadFailed extends Error {
  override readonly name = 'ThreadFailed'
  readonly code: string
  constructor(calculation: string, code: string, places = '') {
    super(`the thread of ${calculation} ended without an answer (${code})`)
    this.code = code
    if (places) this.stack = `${this.name}: ${this.message}\n${places}`
  }
}

/** Opens threads, of which none begins before there is long work: each does one calculation and gives its memory back. */
export function openThreads({ most, megabytes }: ThreadLimits): Threads {
  const running = new Set<Worker>()
  const waiting: (() => void)[] = []
  let taken = 0
  let isClosed = false
  const turn = () => new Promise<void>((resolve) => (taken++ < most ? resolve() : waiting.push(resolve)))
  const done = () => {
    taken--
    waiting.shift()?.()
  }
  return {
    async calculate(calculation, question) {
      if (calculation.isShort(question)) return calculation.work(question)
      await turn()
      try {
        if (isClosed) throw new ThreadFailed(calculation.name, 'ended')
        const worker = new Worker(fileOf(calculation), {
          workerData: question,
          resourceLimits: { maxOldGenerationSizeMb: megabytes },
        })
        running.add(worker)
        return await answerOf(worker, calculation).finally(() => running.delete(worker))
      } finally {
        done()
      }
    },
    async close() {
      isClosed = true
      await Promise.all([...running].map((worker) => worker.terminate()))
    },
  }
}

function answerOf<Question, Answer>(worker: Worker, { name }: Calculation<Question, Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: Answer) => {
      resolve(answer)
      void worker.terminate()
    })
    worker.once('error', (error) => {
      const { code, stack } = traceOf(error)
      reject(new ThreadFailed(name, code || 'mistake', stack))
    })
    worker.once('exit', () => reject(new ThreadFailed(name, 'ended')))
  })
}

/** The sources run as they are; the built program has its threads beside its entry, one folder above its other pieces. */
function fileOf({ name, source }: Pick<Calculation<never, unknown>, 'name' | 'source'>): URL {
  if (import.meta.url.endsWith('.ts')) return source
  const [beside, above] = ['', '../'].map((folder) => new URL(`${folder}${name}.thread.js`, import.meta.url))
  return beside && existsSync(fileURLToPath(beside)) ? beside : (above as URL)
}
