import type { Language } from '../../platform/messages/index.ts'

/** Years of age from `from` to `to`, both counted; without `to` all who are older. */
export type AgeBand = { readonly from: number; readonly to?: number | undefined }

/** Ages by ten years, youngest first, as a pyramid shows them. */
export const ageBands: readonly AgeBand[] = [
  ...[0, 10, 20, 30, 40, 50, 60, 70].map((from) => ({ from, to: from + 9 })),
  { from: 80 },
]

export const sexes = ['men', 'women'] as const
export type Sex = (typeof sexes)[number]

/** The key of the indicator that counts them: `men0to9`, `women80plus`. */
export const ageAndSexKey = (sex: Sex, { from, to }: AgeBand): string =>
  `${sex}${from}${to === undefined ? 'plus' : `to${to}`}`

/** Whom such an indicator counts; nothing when the key is of another. */
export function ageAndSexOf(key: string): { readonly sex: Sex; readonly ages: AgeBand } | undefined {
  const [, sex, from, to] = /^(men|women)([0-9]+)(?:to([0-9]+)|plus)$/.exec(key) ?? []
  if (sex === undefined) return undefined
  return {
    sex: sex === 'men' ? 'men' : 'women',
    ages: { from: Number(from), ...(to !== undefined && { to: Number(to) }) },
  }
}

/** The name of such an indicator; nothing when the key is of another. */
export function ageAndSexName(key: string, language: Language): string | undefined {
  const counted = ageAndSexOf(key)
  if (!counted) return undefined
  const { from, to } = counted.ages
  const words = names[language === 'fr' || language === 'en' ? language : 'nl']
  return `${words[counted.sex]} ${to === undefined ? `${from}+` : `${from}–${to}`}`
}

const names = {
  nl: { men: 'Mannen', women: 'Vrouwen' },
  fr: { men: 'Hommes', women: 'Femmes' },
  en: { men: 'Men', women: 'Women' },
} as const
