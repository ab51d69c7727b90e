import { whoElseWorks, whoVisits } from './colleagues.ts'
import type { Journey } from './journey.ts'
import { type Walked, walk } from './walk.ts'

/** Walks every page that a colleague reaches; with each colleague it begins on another screen. */
export async function walkAs(journey: Journey, name: string): Promise<Walked> {
  const { page, leaves } = await journey.colleague(name)
  const turn = [...whoVisits, ...whoElseWorks].findIndex(([one]) => one === name)
  const walked = await walk(page, page.url(), { turn })
  await leaves()
  return walked
}
