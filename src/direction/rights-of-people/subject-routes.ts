import { codeTries } from '../../functions/detection/index.ts'
import type { Transact } from '../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type LimitRate,
  may,
  parseForm,
  type Routes,
  staffOf,
} from '../../platform/http/index.ts'
import { registerRequest } from './access.ts'
import { addCardOfCode, type CardRefusal, endCardOf } from './card-of-request.ts'
import { cardForm, personForm, seenForm } from './forms.ts'
import { type NameRefusal, namePerson } from './person-of-request.ts'
import { after, idOf, requestPage } from './showing.tsx'

/** What typing the code of a card needs. */
export type CodeNeeds = { readonly transact: Transact; readonly limitRate: LimitRate }

/** Whom a request is of, found later: by the code of a card, which ends for who objects or withdraws, or by name. */
export function subjectRoutes(routes: Routes, needs: CodeNeeds): void {
  routes.post('/rights/:id/card', may(registerRequest), async (c) => {
    const form = await parseForm(c, cardForm)
    if (!form.ok) return requestPage(c, needs, form)
    await countCodeTry(c, needs)
    const added = await addCardOfCode(needs, staffOf(c), idOf(c), form.data)
    if (added === 'unknownCode' || added === 'codeOfOther')
      return requestPage(c, needs, { values: form.values, errors: codeErrors(added) })
    return after(c, added, 'rights.done.cardAdded')
  })

  routes.post('/rights/:id/card/ending', may(registerRequest), async (c) => {
    const form = await parseForm(c, seenForm)
    if (!form.ok) return requestPage(c, needs, form)
    return after(c, await endCardOf(needs, staffOf(c), idOf(c), form.data), 'rights.done.cardEnded')
  })

  routes.post('/rights/:id/person', may(registerRequest), async (c) => {
    const form = await parseForm(c, personForm)
    if (!form.ok) return requestPage(c, needs, form)
    await countCodeTry(c, needs)
    const named = await namePerson(needs, staffOf(c), idOf(c), form.data)
    if (named === 'nobodyNamed' || named === 'severalNamed')
      return requestPage(c, needs, { values: form.values, errors: nameErrors(named) })
    return after(c, named, 'rights.done.personNamed', form.values)
  })
}

/** Counts a code or name that a colleague typed, right or wrong, as the public site counts codes; too many are refused. */
export async function countCodeTry(c: Ctx, { limitRate }: Pick<CodeNeeds, 'limitRate'>): Promise<void> {
  await limitRate(codeTries, () => staffOf(c).userId)(c, async () => undefined)
}

const nameErrors = (refusal: NameRefusal): FormErrors => [
  { field: refusal === 'severalNamed' ? 'phone' : 'name', key: `rights.error.${refusal}`, values: {} },
]

/** Why a code gives no card, at its field. */
export const codeErrors = (refusal: CardRefusal): FormErrors => [
  { field: 'code', key: `rights.error.${refusal}`, values: {} },
]
