/**
 * The kind of browser and machine in two names, for its owner to recognise in a list; never the whole line a browser sends,
 * which would tell one person from another.
 */
export function deviceOf(userAgent: string): string {
  return [nameIn(browsers, userAgent), nameIn(machines, userAgent)].filter(Boolean).join(', ')
}

// The first that fits: Edge calls itself Chrome too, and Chrome calls itself Safari.
const browsers = [
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const machines = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['Linux', 'Linux'],
] as const

const nameIn = (known: readonly (readonly [string, string])[], userAgent: string) =>
  known.find(([sign]) => userAgent.includes(sign))?.[1]
