import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { AnsweredRequest } from '../http/index.ts'
import type { EndedJob } from '../jobs/index.ts'

/**
 * Measurements of one process, in Prometheus' text format. Labels are patterns of routes, names of tasks and words of closed
 * lists: nothing about a person, a municipality or a record.
 */
export type Metrics = {
  observeRequest(answer: AnsweredRequest): void
  observeJob(job: EndedJob): void
  /** Acts that phones sent, by what became of them. */
  observeActs(answers: readonly { readonly status: string }[]): void
  /** Adds a number that is looked up when somebody reads the measurements. */
  gauge(name: string, help: string, read: () => Promise<Numbers> | Numbers): void
  text(): Promise<string>
}

/** One number, or several by name. */
export type Numbers = number | Readonly<Record<string, number>>

/** Begins measuring this process, with what Node itself knows. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'meernet_' })
  const registers = [registry]
  const requests = new Histogram({
    name: 'meernet_request_seconds',
    help: 'Time to answer a request, by pattern of its route.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const jobs = new Counter({
    name: 'meernet_jobs_total',
    help: 'Jobs that ended, by task and result; a failed one is tried again.',
    labelNames: ['task', 'result'] as const,
    registers,
  })
  const acts = new Counter({
    name: 'meernet_sync_acts_total',
    help: 'Acts sent by the home-visit app, by answer.',
    labelNames: ['answer'] as const,
    registers,
  })
  return {
    observeRequest: ({ method, route, status, ms }) =>
      requests.observe({ method, route, status: String(status) }, ms / 1000),
    observeJob: ({ task, succeeded }) => jobs.inc({ task, result: succeeded ? 'done' : 'failed' }),
    observeActs: (answers) => {
      for (const { status } of answers) acts.inc({ answer: status })
    },
    gauge: (name, help, read) => void gaugeOf(registry, name, help, read),
    text: () => registry.metrics(),
  }
}

function gaugeOf(registry: Registry, name: string, help: string, read: () => Promise<Numbers> | Numbers): Gauge {
  return new Gauge({
    name,
    help,
    labelNames: ['of'],
    registers: [registry],
    async collect() {
      this.reset()
      // What cannot be read now (the database is away) is left out; the rest is still given.
      const numbers = await Promise.resolve(read()).catch(() => undefined)
      if (numbers === undefined) return
      if (typeof numbers === 'number') this.set(numbers)
      else for (const [of, value] of Object.entries(numbers)) this.set({ of }, value)
    },
  })
}
