import { answerTo, type Refusal, type Tongue } from '@meernet/rights-engine'
import { everyone } from '../../../platform/access/rule.ts'
import { type Ctx, type LimitRate, may, type Routes } from '../../../platform/http/index.ts'
import { rules } from './rules.ts'

type Needs = { readonly limitRate: LimitRate }

/**
 * The check for other programs: one situation in, one answer out, as `meernet rights check --jsonl` has them. Stateless: what
 * is asked is written nowhere, and the answer may not be kept on the way.
 */
export function rightsApiRoutes(routes: Routes, { limitRate }: Needs): void {
  const limit = limitRate({ bucket: 'rights api', max: 600, windowSeconds: 60 })

  routes.post('/api/rights/check', may(everyone), limit, async (c) => {
    c.header('cache-control', 'no-store')
    const request = await jsonOf(c)
    if (request === undefined) return c.json(notJson, 400)
    const answer = answerTo(rules(), request, tongueOf(c))
    return c.json(answer, 'error' in answer ? 422 : 200)
  })
}

const notJson: Refusal = {
  id: null,
  error: { code: 'bad_json', path: '', message: 'the body is not one whole JSON object' },
}

async function jsonOf(c: Ctx): Promise<unknown> {
  try {
    return (await c.req.json()) as unknown
  } catch {
    return undefined
  }
}

/** The language of the reasons: that of the reader where they can be said in it, else English. */
function tongueOf(c: Ctx): Tongue {
  const { language } = c.get('t')
  return language === 'nl' || language === 'fr' ? language : 'en'
}
