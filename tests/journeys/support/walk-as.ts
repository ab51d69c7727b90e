import { whoElseWorks, whoVisits } from './colleagues.ts'
import type { Journey } from './journey.ts'
import { type Walked, walk } from './walk.ts'

/** How long a walk along some forty pages may take on a busy machine; on a quiet one it is twenty seconds. */
export const walkPatienceMs = 240_000

/** Walks every page that a colleague reaches; with each colleague it begins on another screen. */
export async function walkAs(journey: Journey, name: string): Promise<Walked> {
  const { page, leaves } = await journey.colleague(name)
  const turn = [...whoVisits, ...whoElseWorks].findIndex(([one]) => one === name)
  const walked = await walk(page, page.url(), { turn })
  await leaves()
  return walked
}
