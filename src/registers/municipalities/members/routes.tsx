import { uuidv7 } from 'uuidv7'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FilledForm,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  municipalityOf,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { colleagues, type Member, memberById, members, openInvitations } from '../../../platform/identity/index.ts'
import { administer } from '../access.ts'
import { zonesIn } from '../zone-store.ts'
import { endMember, inviteMember, saveMember, takeBackInvitation } from './actions.ts'
import type { Choices, NeighbourhoodChoice } from './choices.ts'
import { inviteForm, memberForm } from './forms.ts'
import { EndingPage } from './views/ending-page.tsx'
import { InvitePage } from './views/invite-page.tsx'
import { MemberPage } from './views/member-page.tsx'
import { MembersPage } from './views/members-page.tsx'

type Needs = {
  readonly transact: Transact
  readonly address: () => string
  readonly neighbourhoods: (tx: Tx) => Promise<readonly NeighbourhoodChoice[]>
}

const listPath = '/admin/memberships'

/** Who works here: inviting, changing and ending memberships. */
export function memberRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get(listPath, may(administer), async (c) => {
    const t = c.get('t')
    const lists = await transact(staffOf(c), async (tx) => ({
      members: await members(tx),
      invitations: await openInvitations(tx),
      zones: await zonesIn(tx),
    }))
    return workplacePage(c, { title: t('municipalities.members.title') }, <MembersPage t={t} {...lists} />)
  })

  routes.get(`${listPath}/new`, may(administer), async (c) =>
    invitePage(c, {
      id: uuidv7(),
      secrecy: 'dutyOfDiscretion',
      zoneId: c.req.query('zone'),
      role: c.req.query('role'),
    }),
  )

  routes.post(listPath, may(administer), async (c) => {
    const form = await parseForm(c, inviteForm(c.get('t').today))
    if (!form.ok) return invitePage(c, form.values, form.errors)
    const isInvited = await inviteMember(needs, staffOf(c), municipalityOf(c), form.data)
    if (!isInvited) return invitePage(c, form.values, [{ field: 'zoneId', key: 'form.error.choose', values: {} }])
    leaveFlash(c, 'municipalities.members.invited')
    return c.redirect(listPath, 303)
  })

  routes.post('/admin/invitations/:id/withdrawal', may(administer), async (c) => {
    await takeBackInvitation(needs, staffOf(c), c.req.param('id') ?? '')
    leaveFlash(c, 'municipalities.members.withdrawn')
    return c.redirect(listPath, 303)
  })

  async function invitePage(c: Ctx, values: FormValues, errors: FormErrors = []) {
    const t = c.get('t')
    const choices = await choicesFor(c, needs)
    return workplacePage(
      c,
      { title: t('municipalities.invite.title') },
      <InvitePage t={t} id={String(values.id ?? uuidv7())} form={filledForm(t, values, errors)} choices={choices} />,
      errors.length > 0 ? 422 : 200,
    )
  }
}

/** One membership: changing and ending it. */
export function memberChangeRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  const memberOf = async (c: Ctx): Promise<Member> => {
    const id = c.req.param('id') ?? ''
    return (await transact(staffOf(c), (tx) => memberById(tx, id))) ?? notFound('membership', id)
  }

  routes.get(`${listPath}/:id`, may(administer), async (c) => {
    const member = await memberOf(c)
    return page(c, member, filledForm(c.get('t'), valuesOf(member)))
  })

  routes.post(`${listPath}/:id`, may(administer), async (c) => {
    const t = c.get('t')
    const member = await memberOf(c)
    const form = await parseForm(c, memberForm(t.today))
    if (!form.ok) return page(c, member, filledForm(t, form.values, form.errors), 422)
    const saving = await saveMember(needs, staffOf(c), member.id, form.data)
    if (saving.kind === 'stale') {
      const now = saving.now ?? member
      return page(c, now, filledForm(t, valuesOf(now)), 409)
    }
    leaveFlash(c, 'municipalities.members.saved')
    return c.redirect(listPath, 303)
  })

  routes.get(`${listPath}/:id/ending`, may(administer), async (c) => {
    const t = c.get('t')
    const member = await memberOf(c)
    return workplacePage(c, { title: t('municipalities.ending.title') }, <EndingPage t={t} member={member} />)
  })

  routes.post(`${listPath}/:id/ending`, may(administer), async (c) => {
    const t = c.get('t')
    const member = await memberOf(c)
    const ending = await endMember(needs, staffOf(c), member.id)
    if (ending.kind === 'refused') {
      const refused = <EndingPage t={t} member={member} refused={ending.reason} />
      return workplacePage(c, { title: t('municipalities.ending.title') }, refused, 409)
    }
    leaveFlash(c, 'municipalities.members.ended')
    return c.redirect(listPath, 303)
  })

  async function page(c: Ctx, member: Member, form: FilledForm, status: 200 | 409 | 422 = 200) {
    const t = c.get('t')
    const choices = await choicesFor(c, needs)
    return workplacePage(
      c,
      { title: member.name },
      <MemberPage t={t} member={member} form={form} choices={choices} isStale={status === 409} />,
      status,
    )
  }
}

function choicesFor(c: Ctx, { transact, neighbourhoods }: Needs): Promise<Choices> {
  return transact(staffOf(c), async (tx) => ({
    zones: await zonesIn(tx),
    neighbourhoods: await neighbourhoods(tx),
    secrecyCoordinators: (await colleagues(tx, { roles: ['coordinator'] })).filter(
      ({ secrecy }) => secrecy === 'professionalSecrecy',
    ),
  }))
}

function valuesOf(member: Member): FormValues {
  return {
    secrecy: member.secrecy,
    secrecyProof: member.secrecyProof ?? '',
    secrecyReviewOn: member.secrecyReviewOn ?? '',
    neighbourhoodIds: member.neighbourhoods === 'all' ? [] : member.neighbourhoods,
    phone: member.phone ?? '',
    isOnCall: member.isOnCall ? 'yes' : '',
  }
}
