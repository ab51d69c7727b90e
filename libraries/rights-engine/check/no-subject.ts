import { parse } from '../language/parse.ts'
import { RuleError } from '../language/tokens.ts'
import { partsOf } from '../language/walk.ts'

/**
 * Refuses a rule about the household or the dwelling that speaks of a subject: it is worked out once for everybody, so `person`,
 * `self` and `partner` would be whoever happened to come first.
 */
export function refuseSubject(rule: string, of: string): void {
  for (const part of partsOf(parse(rule))) {
    if (part.op === 'self' || part.op === 'partner') throw withoutSubject(rule, of, part.at, `${part.op}(member)`)
    if (part.op === 'fact' && part.carrier === 'person') throw withoutSubject(rule, of, part.at, `person.${part.name}`)
  }
}

function withoutSubject(rule: string, of: string, at: number, said: string): RuleError {
  const instead = 'ask it of the members, as in any(member: member.role = reference and …)'
  return new RuleError(rule, at, `in ${of}: the same for everybody, it cannot speak of ${said}; ${instead}`)
}
