import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { type Neighbourhood, neighbourhoodsOf } from '../../../registers/places/index.ts'
import { readFindings, secondReadFindings, writeFindings } from './access.ts'
import { readAsSecond } from './actions.ts'
import { afterChange, findingAsked, isIdentifier } from './asked-finding.ts'
import { neighbourhoodAsked, neighbourhoodsToChoose } from './asked-neighbourhood.ts'
import { balanceByTheme } from './balance/balance-by-theme.ts'
import { balanceOf, type Finding, findingKinds, maySecondRead } from './finding.ts'
import { type FindingFilter, findingSorts, findingsOf } from './finding-store.ts'
import { readingForm } from './forms.ts'
import { FindingPage } from './views/finding-page.tsx'
import { FindingsPage } from './views/findings-page.tsx'

type Needs = { readonly transact: Transact }

const pageSize = 25
const mostPages = 10_000

/** Findings to look at: all of them, one of them, and the second reading of those about few people. */
export function readingRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/findings', may(readFindings), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const number = Math.min(mostPages, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))
    const found = await transact(actor, (tx) => listed(tx, c, number))
    const pages = {
      number,
      previous: number > 1 ? pageHref(c, number - 1) : undefined,
      next: found.hasMore ? pageHref(c, number + 1) : undefined,
    }
    const page = (
      <FindingsPage
        {...found}
        t={t}
        mayWrite={writeFindings.allows(actor)}
        mayRead={secondReadFindings.allows(actor)}
        pages={pages}
      />
    )
    return workplacePage(c, { title: t('analysis.finding.title') }, page)
  })

  routes.get('/analysis/findings/:id', may(readFindings), (c) => findingPage(c))

  routes.post('/analysis/findings/:id/reading', may(secondReadFindings), async (c) => {
    const form = await parseForm(c, readingForm)
    if (!form.ok) return findingPage(c, form.values, form.errors)
    const reading = { id: c.req.param('id'), ...form.data, today: c.get('t').today }
    if (!isIdentifier(reading.id)) return afterChange(c, undefined, form.values, '')
    const answer = await readAsSecond(needs, staffOf(c), reading)
    return afterChange(c, answer, form.values, 'analysis.finding.reading.saved')
  })

  async function findingPage(c: Ctx, typed: FormValues = {}, errors?: FormErrors): Promise<Response> {
    const t = c.get('t')
    const actor = staffOf(c)
    const { finding, neighbourhoods } = await transact(actor, async (tx) => {
      const asked = await findingAsked(tx, c)
      return { finding: asked, neighbourhoods: await neighbourhoodsOf(tx, { ids: asked.neighbourhoodIds }) }
    })
    const isReader = secondReadFindings.allows(actor) && maySecondRead(finding, actor.userId)
    const page = (
      <FindingPage
        t={t}
        finding={finding}
        neighbourhoods={neighbourhoods}
        mayWrite={writeFindings.allows(actor)}
        reading={isReader ? filledForm(t, typed, errors) : undefined}
      />
    )
    return workplacePage(c, { title: t('analysis.finding.one') }, page, errors ? 422 : 200)
  }
}

async function listed(tx: Tx, c: Ctx, number: number) {
  const asked = await neighbourhoodAsked(tx, c)
  const neighbourhoodId = asked?.id
  const filter: FindingFilter = { ...filterFrom(c), neighbourhoodId }
  const findings = await findingsOf(tx, filter, { limit: pageSize + 1, offset: (number - 1) * pageSize })
  const ofPlace = await findingsOf(tx, { neighbourhoodId })
  return {
    filter,
    findings: findings.slice(0, pageSize),
    hasMore: findings.length > pageSize,
    neighbourhoods: await neighbourhoodsShown(tx, await neighbourhoodsToChoose(tx, asked), findings),
    counts: countsOf(ofPlace),
    balance: balanceOf(ofPlace),
    themes: balanceByTheme(ofPlace),
  }
}

/** Those of today, and earlier ones that findings are about. */
async function neighbourhoodsShown(tx: Tx, chosen: readonly Neighbourhood[], findings: readonly Finding[]) {
  const known = new Set(chosen.map(({ id }) => id))
  const earlier = findings.flatMap(({ neighbourhoodIds }) => neighbourhoodIds.filter((id) => !known.has(id)))
  return earlier.length === 0 ? chosen : [...chosen, ...(await neighbourhoodsOf(tx, { ids: earlier }))]
}

function countsOf(findings: readonly Finding[]): Readonly<Record<Finding['kind'], number>> {
  const living = findings.filter(({ state }) => state !== 'dropped')
  const count = (kind: Finding['kind']) => living.filter((one) => one.kind === kind).length
  const [strength, need, gap] = findingKinds
  return { [strength]: count(strength), [need]: count(need), [gap]: count(gap) }
}

function filterFrom(c: Ctx): FindingFilter {
  const asked = (name: string) => c.req.query(name) || undefined
  const standing = asked('evidence')
  return {
    words: asked('q')?.slice(0, 100),
    kind: asked('kind'),
    theme: asked('theme'),
    group: asked('group'),
    state: asked('state'),
    evidence: (['none', 'figuresOnly', 'voicesOnly', 'both'] as const).find((one) => one === standing),
    reading: asked('reading') === 'waiting' ? 'waiting' : undefined,
    sort: findingSorts.find((one) => one === asked('sort')),
  }
}

function pageHref(c: Ctx, number: number): string {
  const { searchParams } = new URL(c.req.url)
  searchParams.set('page', String(number))
  return `/analysis/findings?${searchParams}`
}
