import type { Tx } from '../../../platform/database/transact.ts'
import type { FormErrors } from '../../../platform/http/index.ts'
import { organisationsOf } from '../../../registers/organisations/index.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { nameIn } from './name-in-text.ts'

/** The question that is asked when a text seems to hold a name; ticking `isNoName` answers it. */
const nameQuestion = 'analysis.finding.error.name'

/** Asks about texts in `data` that seem to hold the name of a person, unless who wrote them says there is none (P12). */
export async function nameErrors(
  tx: Tx,
  data: Readonly<Record<string, unknown>> & { readonly isNoName: boolean },
  fields: readonly string[],
): Promise<FormErrors> {
  if (data.isNoName) return []
  const texts = fields.flatMap((field) => (typeof data[field] === 'string' ? [{ field, text: data[field] }] : []))
  if (texts.every(({ text }) => nameIn(text) === undefined)) return []
  const known = [...(await neighbourhoodsOf(tx)), ...(await organisationsOf(tx))].map(({ name }) => name)
  return texts.flatMap(({ field, text }) => {
    const name = nameIn(text, known)
    return name === undefined ? [] : [{ field, key: nameQuestion, values: { name } }]
  })
}

/** Whether the form asks about a name, so that the box to answer stands on it. */
export const asksAboutName = (errors: FormErrors = []): boolean => errors.some(({ key }) => key === nameQuestion)
