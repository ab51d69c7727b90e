import { one, type Values } from '../screens/draft-form.tsx'

/** What was typed on the card so far, with this below the wish; the same stands there once. */
export function withCardLine(values: Values, sentence: string): Values {
  const before = one(values, 'wish').replace(sentence, '').trimEnd()
  return { ...values, outcome: 'cardFilled', wish: before === '' ? sentence : `${before}\n${sentence}` }
}

/** Names one below the other: languages that are written from the left and from the right do not mix in one line. */
export const listed = (names: readonly string[]): string => names.map((name) => `\n• ${name}`).join('')
