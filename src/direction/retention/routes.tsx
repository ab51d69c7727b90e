import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../platform/database/transact.ts'
import type { FieldRegister } from '../../platform/fields/field-register.ts'
import {
  type Ctx,
  changedMeanwhile,
  conflict,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  municipalityOf,
  type NavigationEntry,
  notFound,
  parseForm,
  printPage,
  type Routes,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import { namesOf } from '../../platform/identity/index.ts'
import { zonesIn } from '../../registers/municipalities/index.ts'
import { approveDeletions, checkDeletions, recordRules, seeRetention } from './access.ts'
import { approveProposal, checkProposal, decideRule, dropProposal, type Step } from './actions.ts'
import { certificates } from './certificate-store.ts'
import { checkForm, ruleForm, stepForm } from './forms.ts'
import { itemsOf, proposals } from './proposal-store.ts'
import { seriesIn } from './register.ts'
import { rulesEver, rulesInForce } from './rule-store.ts'
import { CertificatePage, type CertificateProps, CertificateSheet } from './views/certificate-page.tsx'
import { ProposalPage } from './views/proposal-page.tsx'
import { RetentionPage } from './views/retention-page.tsx'
import { RulePage } from './views/rule-page.tsx'

type Needs = { readonly transact: Transact; readonly fields: FieldRegister }

export const retentionNavigation: readonly NavigationEntry[] = [
  { href: '/retention', label: 'retention.title', icon: 'trash-2', rule: seeRetention },
]

/** How long what is kept, and deleting it in two steps with a certificate (P15). */
export function retentionRoutes(routes: Routes, needs: Needs): void {
  const { transact, fields } = needs

  routes.get('/retention', may(seeRetention), async (c) => {
    const t = c.get('t')
    const shown = await transact(staffOf(c), async (tx) => ({
      rules: await rulesInForce(tx),
      open: await proposals(tx, { open: true }),
      done: await certificates(tx),
    }))
    return workplacePage(
      c,
      { title: t('retention.title') },
      <RetentionPage t={t} {...shown} series={seriesIn(fields)} mayRecord={recordRules.allows(staffOf(c))} />,
    )
  })

  routes.get('/retention/rules/new', may(recordRules), (c) =>
    rulePage(c, { id: uuidv7(), series: c.req.query('series'), unit: 'Y' }),
  )

  routes.post('/retention/rules', may(recordRules), async (c) => {
    const form = await parseForm(c, ruleForm)
    if (!form.ok) return rulePage(c, form.values, form.errors)
    await decideRule(needs, staffOf(c), form.data)
    leaveFlash(c, 'retention.done.rule')
    return c.redirect('/retention', 303)
  })

  proposalRoutes(routes, needs)

  routes.get('/retention/certificates/:id', may(seeRetention), async (c) => {
    const t = c.get('t')
    const found = await certificateFor(c, transact)
    return workplacePage(c, { title: t('retention.certificate') }, <CertificatePage t={t} {...found} />)
  })

  routes.get('/retention/certificates/:id/print', may(seeRetention), async (c) => {
    const t = c.get('t')
    const found = await certificateFor(c, transact)
    const back = { href: `/retention/certificates/${found.certificate.id}`, text: t('retention.certificate') }
    return printPage(c, { title: t('retention.certificate'), back }, <CertificateSheet t={t} {...found} />)
  })
}

function proposalRoutes(routes: Routes, needs: Needs): void {
  routes.get('/retention/proposals/:id', may(seeRetention), (c) => proposalPage(c, needs))

  routes.post('/retention/proposals/:id/check', may(checkDeletions), async (c) => {
    const form = await parseForm(c, checkForm)
    if (!form.ok) return proposalPage(c, needs, form)
    return after(c, await checkProposal(needs, staffOf(c), idOf(c), form.data), 'retention.done.checked')
  })

  routes.post('/retention/proposals/:id/approval', may(approveDeletions), async (c) => {
    const form = await parseForm(c, stepForm)
    if (!form.ok) return proposalPage(c, needs, form)
    const approved = await approveProposal(needs, staffOf(c), idOf(c), form.data.version)
    return after(c, approved, 'retention.done.approved')
  })

  routes.post('/retention/proposals/:id/dropping', may(approveDeletions), async (c) => {
    const form = await parseForm(c, stepForm)
    if (!form.ok) return proposalPage(c, needs, form)
    return after(c, await dropProposal(needs, staffOf(c), idOf(c), form.data.version), 'retention.done.dropped')
  })
}

function after(c: Ctx, step: Step, flash: string): Response {
  if (step === 'stale')
    changedMeanwhile({
      subject: { type: 'deletion proposal', id: idOf(c) },
      now: `/retention/proposals/${idOf(c)}`,
    })
  if (step !== 'done') conflict(`deletion proposal: ${step}`)
  leaveFlash(c, flash)
  return c.redirect(`/retention/proposals/${idOf(c)}`, 303)
}

function rulePage(c: Ctx, values: FormValues, errors?: FormErrors): Response {
  const t = c.get('t')
  return workplacePage(
    c,
    { title: t('retention.rule.new') },
    <RulePage t={t} id={String(values.id ?? uuidv7())} form={filledForm(t, values, errors)} />,
    errors ? 422 : 200,
  )
}

async function proposalPage(
  c: Ctx,
  { transact }: Needs,
  typed?: { readonly values: FormValues; readonly errors: FormErrors },
): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const id = idOf(c)
  const found = await transact(actor, async (tx) => {
    const [proposal] = isIdentifier(id) ? await proposals(tx, { id }) : []
    if (!proposal) return undefined
    const people = [proposal.checkedBy, proposal.approvedBy].filter((one) => one !== null)
    return {
      proposal,
      items: await itemsOf(tx, id),
      rule: (await rulesEver(tx)).get(proposal.ruleId),
      names: await namesOf(tx, people),
    }
  })
  if (!found) notFound('deletion proposal', id)
  const { state, checkedBy } = found.proposal
  return workplacePage(
    c,
    { title: t('retention.proposal') },
    <ProposalPage
      t={t}
      {...found}
      mayCheck={state === 'proposed' && checkDeletions.allows(actor)}
      mayApprove={state === 'checked' && approveDeletions.allows(actor) && checkedBy !== actor.userId}
      mayDrop={(state === 'proposed' || state === 'checked') && approveDeletions.allows(actor)}
      mayOpen={checkDeletions.allows(actor)}
      form={filledForm(t, typed?.values ?? {}, typed?.errors)}
    />,
    typed ? 422 : 200,
  )
}

async function certificateFor(c: Ctx, transact: Transact): Promise<Omit<CertificateProps, 't'>> {
  const id = idOf(c)
  const found = await transact(staffOf(c), async (tx) => {
    const [certificate] = isIdentifier(id) ? await certificates(tx, id) : []
    if (!certificate) return undefined
    const zone = (await zonesIn(tx)).find((one) => one.id === certificate.zoneId)
    const controller = [municipalityOf(c).name, zone?.name].filter(Boolean).join(' · ')
    return { certificate, controller, names: await namesOf(tx, [certificate.checkedBy, certificate.approvedBy]) }
  })
  return found ?? notFound('deletion certificate', id)
}

const idOf = (c: Ctx) => c.req.param('id') ?? ''
const isIdentifier = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
