import type { Figure } from './figure.ts'

const pages = {
  coordinator: ['/today', '/inbox', '/cases', '/campaigns', '/services'],
  nobody: ['/in/netegem', '/in/netegem/services?q=boodschappen', '/in/netegem/card'],
}

/** 95th percentile of the time to a whole answer, as passers-by and as a signed-in coordinator by turns: alone, and four at once. */
export async function measureAnswers(address: string): Promise<readonly Figure[]> {
  const cookie = await signInAsCoordinator(address)
  const alone = await timesOf(address, cookie, 1, 10_000)
  const together = await timesOf(address, cookie, 4, 20_000)
  return [figureOf('one reader', alone), figureOf('four readers without a pause', together)]
}

/** 95th percentile of the time that `ask` takes, milliseconds, of so many times after a few to warm up. */
export async function measureOf(times: number, ask: () => Promise<void>): Promise<number> {
  for (let warm = 0; warm < 5; warm += 1) await ask()
  const taken: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now()
    await ask()
    taken.push(performance.now() - start)
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(times * 0.95)] ?? Number.NaN
}

function figureOf(who: string, times: readonly number[]): Figure {
  const sorted = times.toSorted((a, b) => a - b)
  return {
    what: `answers, 95th percentile of ${times.length}, ${who}`,
    measured: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    budget: 50,
    unit: 'ms',
  }
}

async function timesOf(
  address: string,
  cookie: string,
  readers: number,
  durationMs: number,
): Promise<readonly number[]> {
  const times: number[] = []
  const until = performance.now() + durationMs
  const read = async (seat: number) => {
    for (let turn = seat; performance.now() < until; turn += 1) {
      const isStaff = turn % 2 === 0
      const paths = isStaff ? pages.coordinator : pages.nobody
      const path = paths[Math.floor(turn / 2) % paths.length] ?? '/'
      const start = performance.now()
      const response = await fetch(address + path, { headers: isStaff ? { cookie } : {}, redirect: 'manual' })
      await response.arrayBuffer()
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: readers }, (_, seat) => read(seat)))
  return times
}

/** The first button of a demo's sign-in page is the coordinator's. */
export async function signInAsCoordinator(address: string): Promise<string> {
  const page = await (await fetch(`${address}/sign-in`)).text()
  const membershipId = /name="membershipId" value="([0-9a-f-]{36})"/.exec(page)?.[1]
  if (!membershipId) throw new Error('The sign-in page offers nobody: measure on a demo installation.')
  return signInAs(address, membershipId)
}

/** The cookie of somebody of a demo. */
export async function signInAs(address: string, membershipId: string): Promise<string> {
  const response = await fetch(`${address}/sign-in/demo`, {
    method: 'POST',
    body: new URLSearchParams({ membershipId }),
    headers: { origin: address },
    redirect: 'manual',
  })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
