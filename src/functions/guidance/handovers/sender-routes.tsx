import { uuidv7 } from 'uuidv7'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  municipalityOf,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { languageName } from '../../../platform/messages/index.ts'
import { agreementsOf } from '../../../registers/agreements/index.ts'
import { fullName } from '../../../registers/people/index.ts'
import { workOnCases } from '../access.ts'
import { caseIdOf } from '../case-part-page.ts'
import type { Result } from '../cases/case-actions.ts'
import { caseHead } from '../cases/case-page.ts'
import { caseTitle } from '../cases/views/case-frame.tsx'
import { agreementForm, arrivalForm, introductionForm, outcomeForm, proposalForm, versionForm } from './forms.ts'
import { handoverPath } from './handover-path.ts'
import { handoverFor } from './handover-reading.ts'
import { handoversOf } from './handover-store.ts'
import { makeLink } from './link-actions.ts'
import { linkOf } from './link-store.ts'
import { isSocialService, receiverChoices, receiverOf } from './receiver-choice.ts'
import { agree, arrive, conclude, introduce, miss, propose, withdraw } from './sender-actions.ts'
import { HandoverPage } from './views/handover-page.tsx'
import { HandoversPage } from './views/handovers-page.tsx'
import { ProposalPage } from './views/proposal-page.tsx'

export type SenderNeeds = { readonly transact: Transact; readonly address: () => string }

/** Handing over from a case: propose, agree, introduce, and look whether the person arrived and what it did. */
export function senderRoutes(routes: Routes, needs: SenderNeeds): void {
  listAndProposal(routes, needs)
  acts(routes, needs)
}

function listAndProposal(routes: Routes, { transact }: SenderNeeds): void {
  routes.get('/cases/:id/handovers', may(workOnCases), async (c) => {
    const t = c.get('t')
    const { head, handovers } = await transact(staffOf(c), async (tx) => ({
      head: await caseHead(tx, caseIdOf(c), 'handovers'),
      handovers: await handoversOf(tx, caseIdOf(c)),
    }))
    return workplacePage(
      c,
      { title: caseTitle(t, head.care.title) },
      <HandoversPage t={t} head={head} handovers={handovers} />,
    )
  })

  routes.get('/cases/:id/handovers/new', may(workOnCases), (c) => proposalPage(c, transact))

  routes.post('/cases/:id/handovers', may(workOnCases), async (c) => {
    const form = await parseForm(c, proposalForm)
    if (!form.ok) return proposalPage(c, transact, { values: form.values, errors: form.errors })
    const caseId = caseIdOf(c)
    const { id, receiver: chosen, organisationName, receiverContact, receiverEmail, ...rest } = form.data
    const { returnsTo, waitingWeeks, language, ...shared } = rest
    const actor = staffOf(c)
    const result = await transact(actor, async (tx) => {
      const receiver = await receiverOf(tx, chosen, organisationName, actor.zoneId)
      if (!receiver) return { kind: 'refused', reason: 'noReceiver' } as const
      const { email, ...where } = receiver
      return propose(tx, {
        ...where,
        id,
        caseId,
        receiverContact: receiverContact ?? null,
        receiverEmail: receiver.receiverZoneId ? null : (receiverEmail ?? email),
        shared: { ...shared, language: language ?? '' },
        returnsTo,
        waitingWeeks: waitingWeeks ?? receiver.waitingWeeks,
      })
    })
    if (result.kind !== 'done') {
      const problem = result.kind === 'refused' ? result.reason : 'stale'
      return proposalPage(c, transact, { values: form.values, problem })
    }
    leaveFlash(c, 'guidance.done.proposed')
    return c.redirect(handoverPath(caseId, id), 303)
  })
}

type Asked = { readonly values: FormValues; readonly errors?: FormErrors; readonly problem?: string }

async function proposalPage(c: Ctx, transact: Transact, asked?: Asked): Promise<Response> {
  const t = c.get('t')
  const { head, receivers } = await transact(staffOf(c), async (tx) => {
    const head = await caseHead(tx, caseIdOf(c), 'new handover')
    return { head, receivers: await receiverChoices(tx, head.care.zoneId) }
  })
  const { person } = head
  const known = {
    id: uuidv7(),
    personName: fullName(person),
    reachBy: person.phone ?? person.email ?? person.placeText ?? '',
    language: languageName(t, person.language),
    needsInterpreter: person.needsInterpreter ? 'yes' : '',
    returnsTo: head.members.find(({ isLead }) => isLead)?.userId,
  }
  return workplacePage(
    c,
    { title: t('guidance.handover.new') },
    <ProposalPage
      t={t}
      head={head}
      receivers={receivers}
      form={filledForm(t, asked?.values ?? known, asked?.errors)}
      problem={asked?.problem}
    />,
    asked ? (asked.problem ? 409 : 422) : 200,
  )
}

function acts(routes: Routes, { transact, address }: SenderNeeds): void {
  const path = '/cases/:id/handovers/:handover'
  routes.get(path, may(workOnCases), (c) => handoverPage(c, { transact, address }))

  routes.post(`${path}/agreement`, may(workOnCases), async (c) => {
    const form = await parseForm(c, agreementForm)
    if (!form.ok) return handoverPage(c, { transact, address }, { errors: form.errors, values: form.values })
    const { version, checks, agreementId } = form.data
    return act(c, { transact, address }, 'agreed', form.values, async (tx) => {
      const { receiverZoneId } = await handoverFor(tx, handoverIdOf(c), 'read handover', 'five checks')
      const given = { checks, agreementId, isSocialService: await isSocialService(tx, receiverZoneId) }
      return agree(tx, { id: handoverIdOf(c), version }, given)
    })
  })

  routes.post(`${path}/introduction`, may(workOnCases), async (c) => {
    const form = await parseForm(c, introductionForm)
    if (!form.ok) return handoverPage(c, { transact, address }, { errors: form.errors, values: form.values })
    const { version, ...introduced } = form.data
    return act(c, { transact, address }, 'introduced', form.values, (tx) =>
      introduce(tx, { id: handoverIdOf(c), version }, introduced),
    )
  })

  routes.post(`${path}/arrival`, may(workOnCases), async (c) => {
    const form = await parseForm(c, arrivalForm)
    if (!form.ok) return handoverPage(c, { transact, address }, { errors: form.errors, values: form.values })
    const { version, on } = form.data
    return act(c, { transact, address }, 'arrived', form.values, (tx) =>
      arrive(tx, { id: handoverIdOf(c), version }, on),
    )
  })

  routes.post(`${path}/outcome`, may(workOnCases), async (c) => {
    const form = await parseForm(c, outcomeForm)
    if (!form.ok) return handoverPage(c, { transact, address }, { errors: form.errors, values: form.values })
    const { version, outcome, words } = form.data
    return act(c, { transact, address }, 'outcome', form.values, (tx) =>
      conclude(tx, { id: handoverIdOf(c), version }, { outcome, words: words ?? null }),
    )
  })

  for (const [part, does, done] of [
    ['no-show', miss, 'noShow'],
    ['withdrawal', withdraw, 'withdrawn'],
  ] as const)
    routes.post(`${path}/${part}`, may(workOnCases), async (c) => {
      const form = await parseForm(c, versionForm)
      if (!form.ok) return handoverPage(c, { transact, address }, { problem: 'invalid' })
      const { version } = form.data
      return act(c, { transact, address }, done, form.values, (tx) => does(tx, { id: handoverIdOf(c), version }))
    })

  routes.post(`${path}/link`, may(workOnCases), async (c) => {
    const t = c.get('t')
    const mail = {
      subject: t('guidance.link.mail.subject'),
      text: (url: string) => t('guidance.link.mail.text', { url }),
    }
    const urlOf = linkAddress(c, address)
    return act(c, { transact, address }, 'linkMade', {}, (tx) => makeLink(tx, handoverIdOf(c), urlOf, mail))
  })
}

async function act(
  c: Ctx,
  needs: SenderNeeds,
  done: string,
  values: FormValues,
  does: (tx: Tx) => Promise<Result<string>>,
): Promise<Response> {
  const result = await needs.transact(staffOf(c), does)
  if (result.kind === 'done') {
    leaveFlash(c, `guidance.done.${done}`)
    return c.redirect(handoverPath(caseIdOf(c), handoverIdOf(c)), 303)
  }
  return handoverPage(c, needs, { values, problem: result.kind === 'stale' ? 'stale' : result.reason })
}

type Shown = { readonly values?: FormValues; readonly errors?: FormErrors; readonly problem?: string }

async function handoverPage(c: Ctx, { transact, address }: SenderNeeds, shown?: Shown): Promise<Response> {
  const t = c.get('t')
  const page = await transact(staffOf(c), async (tx) => {
    const handover = await handoverFor(tx, handoverIdOf(c), 'read handover', 'sender')
    const head = await caseHead(tx, handover.caseId, 'handover', [handover.returnsTo])
    const [agreements, link] = [await agreementsOf(tx, handover.personId), await linkOf(tx, handover.id)]
    const kind = (await isSocialService(tx, handover.receiverZoneId)) ? 'socialWorker' : 'partner'
    return { head, handover, agreements, link, receiver: { kind, organisation: handover.organisationName } as const }
  })
  return workplacePage(
    c,
    { title: t('guidance.handover.title', { organisation: page.handover.organisationName }) },
    <HandoverPage
      t={t}
      {...page}
      linkAddress={linkAddress(c, address)}
      form={filledForm(t, shown?.values ?? {}, shown?.errors)}
      problem={shown?.problem}
    />,
    shown ? (shown.problem && shown.problem !== 'invalid' ? 409 : 422) : 200,
  )
}

const linkAddress = (c: Ctx, address: () => string) => (token: string) =>
  `${address()}/in/${municipalityOf(c).slug}/handover/${token}`
const handoverIdOf = (c: Ctx): string => c.req.param('handover') ?? ''
