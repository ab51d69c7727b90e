import { z } from 'zod'
import { everyone } from '../../access/rule.ts'
import {
  type Ctx,
  errorTexts,
  type LimitRate,
  may,
  oneOf,
  parseForm,
  plainPage,
  type Routes,
  requiredText,
} from '../../http/index.ts'
import { staffLanguages } from '../../messages/index.ts'
import { accountByEmail, accountFor, saveAccount } from '../accounts/account-store.ts'
import type { Auth } from '../auth.ts'
import type { AuthNeeds } from '../auth-needs.ts'
import { enterAnew } from '../cookies.ts'
import { limits } from '../sign-in/limits.ts'
import { enterInto } from '../sign-in/ways-in.ts'
import { type Invitation, isOpen } from './invitation.ts'
import { InvitationOverPage, InvitationPage } from './invitation-page.tsx'
import { acceptInvitation, invitationByToken } from './invitation-store.ts'

type Needs = AuthNeeds & {
  readonly auth: Auth
  readonly limitRate: LimitRate
  /** Name of a municipality, for who holds an invitation to it. */
  readonly municipalityName: (id: string) => Promise<string>
}

const acceptForm = z.object({ name: requiredText(120), language: oneOf(staffLanguages) })

/** Accepting an invitation: the link came by mail, so whoever holds it owns the address and is signed in by it. */
export function invitationRoutes(routes: Routes, needs: Needs): void {
  const { owner, clock, limitRate } = needs

  const openInvitation = async (c: Ctx): Promise<Invitation | undefined> => {
    const invitation = await invitationByToken(owner, c.req.param('token') ?? '')
    return invitation && isOpen(invitation, clock()) ? invitation : undefined
  }

  routes.get('/invitations/:token', may(everyone), limitRate(limits.triesFromAddress), async (c) => {
    const invitation = await openInvitation(c)
    if (!invitation) return overPage(c)
    const account = await accountByEmail(owner, invitation.email)
    return page(c, invitation, { name: account?.name, language: account?.language ?? c.get('t').language })
  })

  routes.post('/invitations/:token', may(everyone), limitRate(limits.triesFromAddress), async (c) => {
    const invitation = await openInvitation(c)
    if (!invitation) return overPage(c)
    const form = await parseForm(c, acceptForm)
    if (!form.ok) {
      const { name, language } = form.values
      return page(c, invitation, { name: String(name ?? ''), language: String(language ?? '') }, form.errors)
    }
    const { id: accountId, opensByMail } = await accountFor(owner, { email: invitation.email, ...form.data })
    await saveAccount(owner, accountId, form.data)
    const membershipId = await acceptInvitation(owner, invitation, accountId, clock())
    if (!membershipId) return overPage(c)
    // The link came by mail, and their owner shut that way: they enter in another.
    if (!opensByMail) return c.redirect('/sign-in', 303)
    await enterAnew(c, needs, await enterInto(needs, { accountId, membershipId }, c.req.raw.headers), 'by invitation')
    return c.redirect('/today', 303)
  })

  async function page(
    c: Ctx,
    invitation: Invitation,
    values: { readonly name: string | undefined; readonly language: string },
    errors: Parameters<typeof errorTexts>[1] = [],
  ) {
    const t = c.get('t')
    const municipality = await needs.municipalityName(invitation.municipalityId)
    return plainPage(
      c,
      { title: t('identity.invitation.title') },
      <InvitationPage
        t={t}
        action={c.req.path}
        municipality={municipality}
        role={invitation.role}
        values={values}
        errors={errorTexts(t, errors)}
      />,
      errors.length > 0 ? 422 : 200,
    )
  }
}

function overPage(c: Ctx) {
  const t = c.get('t')
  return plainPage(c, { title: t('identity.invitation.over') }, <InvitationOverPage t={t} />, 410)
}
