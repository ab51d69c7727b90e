import type { Model, Right, Told } from '@meernet/rights-engine'
import { DescriptionList } from '../../../../ui/index.ts'
import { type CheckWords, said, saidFirst, saidOrNot } from '../check-words.ts'
import type { ShownRight } from '../results.ts'
import { personName } from './person-name.ts'

type Props = {
  readonly t: CheckWords
  readonly told: Told
  readonly model: Model
  readonly rights: readonly ShownRight[]
}

/** What does not seem to fit, and why not: the conditions that speak against it, in their own order. */
export function UnlikelyList({ t, told, model, rights }: Props) {
  return (
    <DescriptionList
      items={rights.flatMap(({ id, outcomes }) => {
        const rule = model.rights[id]
        if (!rule) return []
        const people = [...new Set(outcomes.map(({ subject }) => personName(t, told, subject)))]
        return [{ term: `${said(rule.name, t.language)} (${t.list(people)})`, value: whyNot(t, rule, outcomes) }]
      })}
    />
  )
}

/** Of several people each reason once; a household that misses more than three knows enough. */
function whyNot(t: CheckWords, rule: Right, outcomes: ShownRight['outcomes']): string {
  const against = new Set(
    outcomes.flatMap(({ reasons }) => reasons.filter(({ answer }) => answer === 'against').map((one) => one.condition)),
  )
  return rule.conditions
    .filter(({ id, say }) => against.has(id) && saidOrNot(say?.fails, t.language) !== null)
    .slice(0, 3)
    .map(({ say }) => `${saidFirst(say?.fails, t.language)}.`)
    .join(' ')
}
