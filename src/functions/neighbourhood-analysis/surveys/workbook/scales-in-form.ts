import { scaleCalled } from '../instruments/scales.ts'
import type { Question, ScaleUse } from '../questionnaire/questionnaire.ts'
import type { FormRow } from './form-rows.ts'
import type { Remark } from './remark.ts'

type Item = { readonly found: { readonly row: FormRow }; readonly question: Question }

/**
 * The scales that a form asks, by its columns `scale` and `scale_item` (`deJongGierveld6`, `emptiness`). Only a whole scale with its own
 * answers, and only with permission: fewer items or other answers are plain questions, without name and without score.
 */
export function scalesIn(
  questions: readonly Item[],
  permission: string | undefined,
): {
  readonly scales: readonly { readonly use: ScaleUse; readonly source: string }[]
  readonly remarks: readonly Remark[]
} {
  const byScale = Map.groupBy(questions, ({ found }) => found.row.cells.get('scale') ?? '')
  byScale.delete('')
  const remarks: Remark[] = []
  const scales = [...byScale].flatMap(([key, items]) => {
    const scale = scaleCalled(key)
    const byItem = new Map(items.map(({ found, question }) => [found.row.cells.get('scale_item') ?? '', question]))
    const isWhole =
      scale !== undefined &&
      byItem.size === items.length &&
      scale.items.length === items.length &&
      scale.items.every(({ item, scores }) => hasAnswers(byItem.get(item), Object.keys(scores)))
    if (!scale || !isWhole) {
      remarks.push({ reason: 'scaleNotWhole', names: [key] })
      return []
    }
    if (!permission) {
      remarks.push({ reason: 'scaleNeedsPermission', names: [key] })
      return []
    }
    const itemNames = Object.fromEntries([...byItem].map(([item, { name }]) => [item, name]))
    return [{ use: { scale: key, items: itemNames }, source: scale.source }]
  })
  return { scales, remarks }
}

function hasAnswers(question: Question | undefined, answers: readonly string[]): boolean {
  const names = (question?.choices ?? []).map(({ name }) => name)
  return (
    question?.kind === 'one' &&
    !question.hasOther &&
    names.length === answers.length &&
    answers.every((answer) => names.includes(answer))
  )
}
