import type { Transact } from '../../../../platform/database/transact.ts'
import {
  type Ctx,
  leaveFlash,
  may,
  notFound,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { type Member, memberById } from '../../../../platform/identity/index.ts'
import { administer } from '../../access.ts'
import { devicesOf, reopenByMail, signOutMember, wipePhone } from './actions.ts'
import { DevicesPage } from './devices-page.tsx'

type Needs = { readonly transact: Transact }

const path = '/admin/memberships/:id/devices'

/** Where a colleague is signed in: ending it from here, and erasing a phone. */
export function memberDeviceRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get(path, may(administer), async (c) => {
    const t = c.get('t')
    const { member, devices } = await transact(staffOf(c), async (tx) => {
      const known = (await memberById(tx, idIn(c))) ?? notFound('membership', idIn(c))
      return { member: known, devices: await devicesOf(tx, known) }
    })
    return workplacePage(
      c,
      { title: t('municipalities.devices.title') },
      <DevicesPage t={t} member={member} devices={devices} />,
    )
  })

  routes.post(`${path}/sign-out`, may(administer), async (c) => {
    await signOutMember(needs, staffOf(c), await memberOf(c))
    return done(c, 'municipalities.devices.signedOut')
  })

  routes.post(`${path}/phones/:phoneId/wipe`, may(administer), async (c) => {
    await wipePhone(needs, staffOf(c), await memberOf(c), c.req.param('phoneId') ?? '')
    return done(c, 'municipalities.devices.asked')
  })

  routes.post(`${path}/mail-links`, may(administer), async (c) => {
    await reopenByMail(needs, staffOf(c), await memberOf(c))
    return done(c, 'municipalities.devices.openedByMail')
  })

  const memberOf = async (c: Ctx): Promise<Member> =>
    (await transact(staffOf(c), (tx) => memberById(tx, idIn(c)))) ?? notFound('membership', idIn(c))
}

const idIn = (c: Ctx) => c.req.param('id') ?? ''

function done(c: Ctx, flash: string) {
  leaveFlash(c, flash)
  return c.redirect(`/admin/memberships/${idIn(c)}/devices`, 303)
}
