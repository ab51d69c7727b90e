import { type Check, prepareCheck } from '@meernet/rights-engine'
import { type CheckLanguage, type CheckWords, checkWords, formatsOf } from './check-words.ts'
import { modelIn } from './model-in.ts'
import { firstStep, type Place, stepAfter } from './step.ts'

const files = import.meta.glob<Readonly<Record<string, string>>>('./messages/*.json', { import: 'default' })

/** The sentences of the check in one language, for a program that has no page to take them from. Rejects when they are not at hand. */
export async function loadCheckWords(language: CheckLanguage): Promise<CheckWords> {
  const load = files[`./messages/${language}.json`]
  if (!load) throw new Error(`the check has no sentences in ${language}`)
  return checkWords(await load(), language)
}

/**
 * The rules with the words of one language, ready to run. Made in short turns, between which a slow phone follows the finger, and run
 * once on somebody who is not there, so that the first answer of who is there does not wait. Rejects when they are not at hand.
 */
export async function loadRules(language: CheckLanguage): Promise<Check> {
  const check = await inTurns(prepareCheck(await modelIn(language)))
  await inTurns(rehearsal(check, language))
  return check
}

/** Turns of a program longer than this are felt. */
const turnMs = 8

async function inTurns<T>(work: Generator<undefined, T, undefined>): Promise<T> {
  for (;;) {
    const end = performance.now() + turnMs
    let turn = work.next()
    while (!turn.done && performance.now() < end) turn = work.next()
    if (turn.done) return turn.value
    await new Promise((resolve) => setTimeout(resolve))
  }
}

/** Each right once, then a whole first answer: what a program does for the first time takes a phone several times as long. */
function* rehearsal(check: Check, language: CheckLanguage): Generator<undefined, undefined, undefined> {
  const place: Place = { date: '2026-01-01', region: 'flanders', parameters: {} }
  const { told } = firstStep(place)
  const persons = [{ id: 'p1', role: 'reference', age: 40 }]
  for (const id of Object.keys(check.model.rights)) {
    check.outcomes({ ...told, date: place.date, persons }, [id])
    yield
  }
  formatsOf(language)
  yield
  stepAfter(check, { told: JSON.stringify(told), do: 'people', age: '40' }, place)
  return undefined
}
