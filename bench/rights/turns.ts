import { loadavg } from 'node:os'
import { median } from '../results.ts'

/** Processor time of this process with its threads, milliseconds: other work on the machine hardly changes it. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Medians of the processor time of works that take turns, milliseconds. */
export function byTurns<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, () => void>>,
): Readonly<Record<Name, number>> {
  const times = new Map(Object.keys(works).map((name) => [name, [] as number[]]))
  // The first three rounds do not count: they are compiled while they run.
  for (let round = -3; round < rounds; round += 1)
    for (const [name, work] of Object.entries<() => void>(works)) {
      const start = processorTime()
      work()
      if (round >= 0) times.get(name)?.push(processorTime() - start)
    }
  return Object.fromEntries([...times].map(([name, own]) => [name, median(own)])) as Record<Name, number>
}

/** How busy the machine is beside what is measured. */
export const load = (): string => `load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}`
