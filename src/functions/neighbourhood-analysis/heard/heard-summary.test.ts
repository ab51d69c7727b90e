import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { demoPlaces } from '../../../registers/places/index.ts'
import { demoFigures } from '../figures/demo.ts'
import { keepFigures } from '../figures/import-figures.ts'
import { ownDataset } from '../own-counts/own-dataset.ts'
import { ownEdition } from '../own-counts/own-edition.ts'
import { countOccasions } from './heard-store.ts'
import { heardSummary } from './heard-summary.ts'

let world: World
let netegem: TestMunicipality
let molenwijk = ''

const inNetegem = <Result>(work: (tx: Tx) => Promise<Result>) =>
  world.app.transact(systemActor(netegem.id, 'test'), work)

beforeAll(async () => {
  world = await openWorld()
  netegem = await makeMunicipality(world, 'Netegem', '99999')
  const day = demoWorld(7, netegem.id, '2026-11-23')
  const places = await inNetegem((tx) => demoPlaces(tx, day))
  molenwijk = places.neighbourhoods.find(({ name }) => name === 'Molenwijk')?.id ?? ''
  await inNetegem((tx) => demoFigures(tx, day))
})
afterAll(() => world.close())

test('a share that is published of the municipality only stands beside who was heard, there and in each neighbourhood', async () => {
  const of = { level: 'municipality', edition: ownEdition, code: '99999', name: 'Netegem' } as const
  const survey = ownDataset(
    {
      ...{ layout: 'own-survey', source: 'Netegem: bevraging', licence: 'CC0' },
      indicators: [{ indicator: 'informalCarerShare', kind: 'share', unit: '%' }],
      figures: [{ indicator: 'informalCarerShare', area: of, period: '2025', value: 30 }],
    },
    '2026-11-23',
  )
  if (!survey) throw new Error('no dataset')
  await inNetegem((tx) => keepFigures(tx, survey))
  const who = await makeStaff(world, netegem, { role: 'communityWorker' })
  const occasion = {
    title: 'Markt',
    onDay: '2026-11-10',
    walkId: null,
    counted: 'estimated',
    notedBy: who.userId,
  } as const
  const groups = [{ group: 'informalCarer', people: 12 }]
  await inNetegem((tx) =>
    countOccasions(tx, [
      { ...occasion, id: uuidv7(), kind: 'street', neighbourhoodId: molenwijk, people: 137, groups },
    ]),
  )
  for (const neighbourhoodId of [undefined, molenwijk]) {
    const heard = await inNetegem((tx) => heardSummary(tx, { neighbourhoodId, year: 2026, today: '2026-11-23' }))
    expect(heard.groups.find(({ group }) => group === 'informalCarer')?.standing).toBe('farTooFew')
  }
})
