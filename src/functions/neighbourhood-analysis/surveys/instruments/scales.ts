import { z } from 'zod'
import scalesFile from './scales.json' with { type: 'json' }

/**
 * Scales for anonymous surveys (domain guide, chapter 14): how they are scored, never their words, which their authors own and a
 * municipality brings in with its permission. A sum is made of one answer sheet, counted in a class, and forgotten: nobody gets to see one.
 */
export type Scale = z.output<typeof scaleSchema>

const classSchema = z.strictObject({ from: z.number(), key: z.string() })

const scaleSchema = z.strictObject({
  key: z.string(),
  labels: z.strictObject({ nl: z.string(), fr: z.string(), en: z.string() }),
  source: z.string(),
  permission: z.string(),
  items: z.array(
    z.strictObject({
      item: z.string(),
      /** What each answer counts; an answer by another name is none. */
      scores: z.record(z.string(), z.number()),
      subscale: z.string().optional(),
    }),
  ),
  /** The sum of the items is taken so many times. */
  times: z.number(),
  /** With more items unanswered there is no total; a subscale needs all of its own. */
  mostMissing: z.number(),
  /** By the least total in each, rising. */
  classes: z.array(classSchema).min(2),
  subscaleClasses: z.array(classSchema).optional(),
})

export const scales: readonly Scale[] = z.object({ scales: z.array(scaleSchema) }).parse(scalesFile).scales

/** The scale of this name. */
export const scaleCalled = (key: string): Scale | undefined => scales.find((scale) => scale.key === key)

/** Total and subscales of one answer sheet; `void` when too little was answered. */
export type Score = {
  readonly total: number | 'void'
  readonly subscales: Readonly<Record<string, number | 'void'>>
}

/** Scores one answer sheet: `answerOf` gives the name of the answer to an item, nothing when there was none. */
export function scoreOf(scale: Scale, answerOf: (item: string) => string | undefined): Score {
  const items = scale.items.map(({ item, scores, subscale }) => {
    const answer = answerOf(item)
    return { subscale, score: answer !== undefined && Object.hasOwn(scores, answer) ? scores[answer] : undefined }
  })
  const sum = (of: typeof items) => of.reduce((total, { score = 0 }) => total + score, 0)
  const missing = items.filter(({ score }) => score === undefined).length
  const names = [...new Set(items.flatMap(({ subscale }) => subscale ?? []))]
  return {
    total: missing > scale.mostMissing ? 'void' : sum(items) * scale.times,
    subscales: Object.fromEntries(
      names.map((name) => {
        const own = items.filter(({ subscale }) => subscale === name)
        return [name, own.some(({ score }) => score === undefined) ? 'void' : sum(own)]
      }),
    ),
  }
}

/** The class a total falls in; `void` stays so. */
export function classOf(classes: Scale['classes'], total: number | 'void'): string {
  if (total === 'void') return 'void'
  return classes.findLast(({ from }) => total >= from)?.key ?? 'void'
}
