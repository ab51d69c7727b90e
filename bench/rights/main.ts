// `npm run rights --prefix bench`, and the last part of `npm run bench`: rights of one household and of a million.
import { existsSync } from 'node:fs'
import { measureBelgianRights } from './belgian-rights.ts'
import { measureTwentyRules } from './twenty-rules.ts'

if (existsSync(new URL('../node_modules/publicodes', import.meta.url))) {
  const { measureOneHousehold } = await import('./one-household.ts')
  measureOneHousehold()
} else console.log('Without publicodes one household is not measured: npm ci --prefix bench brings it.')
measureTwentyRules()
await measureBelgianRights()
