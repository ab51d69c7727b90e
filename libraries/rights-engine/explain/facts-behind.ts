import { parse } from '../language/parse.ts'
import { partsOf } from '../language/walk.ts'
import type { Model } from '../model.ts'

/** The facts that a rule looks at, by their id, also by way of definitions. */
export function factsBehind(model: Model, rule: string): ReadonlySet<string> {
  const [facts, seen, waiting] = [new Set<string>(), new Set<string>(), [rule]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const part of partsOf(parse(next))) {
      if (part.op !== 'fact') continue
      for (const id of idsOf(part.carrier, part.name)) {
        if (seen.has(id)) continue
        seen.add(id)
        if (model.facts[id]) facts.add(id)
        const behind = model.definitions[id]?.is
        if (behind) waiting.push(behind)
      }
    }
  return facts
}

/** A fact of a child is spoken of as one of a person. */
const idsOf = (carrier: string, name: string) =>
  carrier === 'person' || carrier === 'member' ? [`person.${name}`, `child.${name}`] : [`${carrier}.${name}`]
