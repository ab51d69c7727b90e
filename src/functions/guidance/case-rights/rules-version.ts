import { createHash } from 'node:crypto'
import { rules } from '../rights-check/rules.ts'

let known: string | undefined

/** Which rules checks are worked out with now: a short digest of the whole model, the same as long as no rule or amount changed. */
export function rulesVersion(): string {
  known ??= createHash('sha256').update(JSON.stringify(rules().model)).digest('hex').slice(0, 16)
  return known
}
