import { one, type Values } from '../screens/draft-form.tsx'

/** What was typed on the card so far, with this sentence below the wish; the same sentence stands there once. */
export function withCardLine(values: Values, sentence: string): Values {
  const lines = one(values, 'wish')
    .split('\n')
    .filter((line) => line !== sentence)
  const before = lines.join('\n').trimEnd()
  return { ...values, outcome: 'cardFilled', wish: before === '' ? sentence : `${before}\n${sentence}` }
}
