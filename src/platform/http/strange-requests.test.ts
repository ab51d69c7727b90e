import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../tests/support/world.ts'
import type { StaffActor } from '../access/actor.ts'
import { checkForm, seenVersion } from './form.ts'

let world: World
let visitor: StaffActor
beforeAll(async () => {
  world = await openWorld()
  visitor = await makeStaff(world, await makeMunicipality(world), { role: 'visitor', secrecy: 'dutyOfDiscretion' })
})
afterAll(() => world.close())

test.each(['/in/%00', '/in/testgem?q=%00', '/my-volunteering?q=a%00b', '/inbox/%00'])(
  'an address with a NUL in it is refused before the database sees it: %s',
  async (path) => {
    expect((await world.as(visitor).get(path)).status).toBe(400)
  },
)

const form = z.object({ version: seenVersion() })

test.each(['-1', '1.5', '2147483648', '1e308', 'NaN', 'x'])(
  '%s is no version that somebody can have seen',
  (version) => {
    expect(checkForm({ version }, form)).toMatchObject({ ok: false, errors: [{ field: 'version' }] })
  },
)

test('none yet, the first and a later one are versions', () => {
  for (const version of ['0', '1', '41']) expect(checkForm({ version }, form).ok).toBe(true)
})
