import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** Seconds of processor time that a process, what it started and what those started have used so far (Linux). */
export function processorSecondsOf(processId: number): number {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []))
  const seconds = (id: number): number =>
    all.reduce((sum, one) => {
      if (one.id === id) return sum + one.seconds
      return one.parent === id ? sum + seconds(one.id) : sum
    }, 0)
  return seconds(processId)
}

/** Seconds of processor time of this process so far. */
export function ownProcessorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function statOf(name: string) {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold anything.
    const [, parent, , , , , , , , , , ...times] = text.slice(text.lastIndexOf(')') + 2).split(' ')
    // Its own user and system time, and that of what it started and has ended: connections of the database come and go.
    const ticks = times.slice(0, 4).reduce((sum, one) => sum + Number(one), 0)
    return { id: Number(name), parent: Number(parent), seconds: ticks / ticksPerSecond }
  } catch {
    // Ended meanwhile.
    return undefined
  }
}
