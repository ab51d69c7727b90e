/** Rules from which the build took the words, with the words of one language: `{ said: 12 }` is the twelfth text. */
export function withWords(rules: unknown, words: readonly string[], language: string): unknown {
  if (Array.isArray(rules)) return rules.map((one) => withWords(one, words, language))
  if (typeof rules !== 'object' || rules === null) return rules
  if ('said' in rules) return { [language]: words[Number(rules.said)] }
  const whole: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(rules)) whole[key] = withWords(inner, words, language)
  return whole
}
