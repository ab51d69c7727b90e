import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import { makeStaff } from '../../../../../tests/support/world.ts'

// One campaign from planning to announcing, as in life; each test is the next step.
let story: CampaignWorld
beforeAll(async () => {
  story = await openCampaignWorld()
})
afterAll(() => story.world.close())

test('where there is no campaign yet, only who leads them reads to plan one', async () => {
  const partner = await makeStaff(story.world, story.municipality, { role: 'partnerCoordinator' })
  const seen = async (person: Pick<typeof story.leader, 'get'>) => (await person.get('/campaigns')).text()
  expect(await seen(story.leader)).toContain('Plan een campagne voor één buurt')
  const waits = await seen(story.world.as(partner))
  expect(waits).toContain('Zodra de coördinator een campagne plant, staat ze hier.')
  expect(waits).not.toContain('Plan een campagne')
})

test('a campaign without a reason, decision or ground is refused, and what was typed stays', async () => {
  const answer = await story.leader.post('/campaigns', { ...story.form, reason: '', decidedBy: '', legalGround: '' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const field of ['reason', 'decidedBy', 'legalGround']) expect(page).toContain(`href="#f-${field}"`)
  expect(page).toContain('value="Molenwijk, winter"')
})

test('neighbourhoods are numbered alike on the map and in the list', async () => {
  const page = await (await story.leader.get('/campaigns/new')).text()
  const marks = [...page.matchAll(/class="choice-mark" aria-hidden="true">(\d+)</g)].map(([, number]) => number)
  const labels = [...page.matchAll(/class="map-label map-label-small"[^>]*>(\d+)</g)].map(([, number]) => number)
  expect(marks).toEqual(['1', '2', '3'])
  expect(labels).toEqual(marks)
})

test('a campaign is planned, and the next page is the choice of streets', async () => {
  const made = await story.leader.post('/campaigns', story.form)
  expect(made.headers.get('location')).toBe(`/campaigns/${story.id}/streets`)
  const page = await (await story.leader.get(`/campaigns/${story.id}/streets`)).text()
  expect(page).toContain(`value="${story.streetIds[0]}"`)
})

test('every street of the list has its mark on the map inside its own label', async () => {
  const page = await (await story.leader.get(`/campaigns/${story.id}/streets`)).text()
  const labels = [...page.matchAll(/<label class="choice-label"[^>]*>(.*?)<\/label>/gs)].map(
    ([, inside = '']) => inside,
  )
  expect(labels).toHaveLength(new Set(story.doors.map(({ streetId }) => streetId)).size)
  for (const label of labels) expect(label).toContain('map-choice-line')
})

test('whole streets are chosen; none at all is refused', async () => {
  expect((await story.chooseStreets({})).status).toBe(422)
  await story.reach('streets', 'planned')
  expect((await story.campaign())?.streetIds.toSorted()).toEqual(story.streetIds.toSorted())
})

test('all streets are chosen with one press', async () => {
  const all = new Set(story.doors.map(({ streetId }) => streetId))
  const answer = await story.chooseStreets({ everything: 'yes' })
  expect(answer.headers.get('location')).toBe(`/campaigns/${story.id}/streets`)
  expect(new Set((await story.campaign())?.streetIds)).toEqual(all)
  await story.reach('streets', 'planned')
})

test('with several neighbourhoods one is chosen in at a time, and what is chosen in another stays', async () => {
  const [, other] = story.places.neighbourhoods
  const both = [story.neighbourhoodId, other?.id ?? '']
  const version = String((await story.campaign())?.version)
  await story.leader.post(`/campaigns/${story.id}`, { ...story.form, version, neighbourhoodIds: both })
  const there = story.places.addresses.filter(({ neighbourhoodId }) => neighbourhoodId === other?.id)
  const elsewhere = there.find(({ streetId }) => !story.streetIds.includes(streetId))?.streetId ?? ''
  const onlyHere = story.streetIds.filter((id) => !there.some(({ streetId }) => streetId === id))
  const path = `/campaigns/${story.id}/streets?neighbourhood=${other?.id}`
  const page = await (await story.leader.get(path)).text()
  expect([elsewhere, ...onlyHere].filter((id) => page.includes(`value="${id}"`))).toEqual([elsewhere])
  const query = `?neighbourhood=${other?.id}`
  const answer = await story.chooseStreets(
    { neighbourhood: other?.id ?? '', streetIds: [elsewhere, ...story.streetIds] },
    query,
  )
  expect(answer.headers.get('location')).toBe(path)
  expect((await story.campaign())?.streetIds.toSorted()).toEqual([...story.streetIds, elsewhere].toSorted())
  await story.chooseStreets({ neighbourhood: other?.id ?? '' }, query)
  expect((await story.campaign())?.streetIds.toSorted()).toEqual(onlyHere.toSorted())
  await story.chooseStreets({ streetIds: story.streetIds })
})

test('of two who choose streets at a time the second sees who was first and what they did, and nothing is lost', async () => {
  const version = String((await story.campaign())?.version)
  const path = `/campaigns/${story.id}/streets`
  const [first = '', ...others] = story.streetIds
  expect((await story.leader.post(path, { version, streetIds: [first] })).status).toBe(303)
  const colleague = await makeStaff(story.world, story.municipality, { name: 'Bram Vercauteren' })
  const late = await story.world.as(colleague).post(path, { version, streetIds: others })
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toMatch(/was u voor: Straten van campagne kiezen, /)
  expect(page).toContain(`href="${path}"`)
  expect((await story.campaign())?.streetIds).toEqual([first])
  await story.chooseStreets({ streetIds: story.streetIds })
})

test('of two who change a campaign the second gets back what they wrote', async () => {
  const version = String((await story.campaign())?.version)
  const path = `/campaigns/${story.id}`
  expect((await story.leader.post(path, { ...story.form, version })).status).toBe(303)
  const typed = { ...story.form, version, reason: 'Eerst de mensen die alleen wonen' }
  const again = await (await story.leader.post(path, typed)).text()
  expect(again).toMatch(/U veranderde dit zelf al in een ander venster: Campagne wijzigen, /)
  const colleague = await makeStaff(story.world, story.municipality, { name: 'Bram Vercauteren' })
  const late = await story.world.as(colleague).post(path, typed)
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toMatch(/was u voor: Campagne wijzigen, /)
  expect(page).toContain('<bdi>Eerst de mensen die alleen wonen</bdi>')
})

test('a campaign cannot be announced before each of its addresses has a letter; from then on its streets stay as they are', async () => {
  const announcing = { deliveredOn: '2026-11-09' }
  const refused = await story.leader.post(`/campaigns/${story.id}/announcement`, announcing)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Maak eerst de brieven')
  const [first = '', ...others] = story.streetIds
  await story.chooseStreets({ streetIds: [first] })
  await story.reach('letters', 'streets')
  await story.chooseStreets({ streetIds: story.streetIds })
  const unlettered = story.doors.filter(({ streetId }) => others.includes(streetId ?? '')).length
  const partly = await story.leader.post(`/campaigns/${story.id}/announcement`, announcing)
  expect([partly.status, await partly.text()]).toEqual([
    422,
    expect.stringContaining(`${unlettered} adressen hebben nog geen brief`),
  ])
  await story.reach('announced', 'streets')
  expect((await story.campaign())?.state).toBe('announced')
  const page = await (await story.leader.get(`/campaigns/${story.id}/streets`)).text()
  expect(page).toContain('De straten staan vast')
  expect(page).not.toContain('type="checkbox"')
  const late = await story.chooseStreets({ streetIds: story.streetIds })
  expect(late.status).toBe(409)
})

test('the neighbourhoods of an announced campaign stay as the letters said; the rest can still change', async () => {
  const path = `/campaigns/${story.id}`
  const version = String((await story.campaign())?.version)
  const [, other] = story.places.neighbourhoods
  for (const neighbourhoodIds of [[other?.id ?? ''], [story.neighbourhoodId, other?.id ?? '']]) {
    const refused = await story.leader.post(path, { ...story.form, version, reason: 'Elders', neighbourhoodIds })
    const page = await refused.text()
    expect([refused.status, page.includes('Plan een nieuwe campagne voor andere buurten')]).toEqual([422, true])
    expect(page).toContain('Elders</textarea>')
  }
  expect((await story.campaign())?.neighbourhoodIds).toEqual([story.neighbourhoodId])
  expect((await story.leader.post(path, { ...story.form, version, reason: 'Kennismaken in de winter' })).status).toBe(
    303,
  )
  expect((await story.campaign())?.reason).toBe('Kennismaken in de winter')
})

test('the form of a campaign goes on showing a neighbourhood that is gone meanwhile', async () => {
  const gone = (day: string | null) =>
    story.world.database.owner
      .updateTable('places.area')
      .set({ gone_on: day })
      .where('id', '=', story.neighbourhoodId)
      .execute()
  await gone('2026-11-20')
  expect(await (await story.leader.get(`/campaigns/${story.id}/edit`)).text()).toContain(
    `value="${story.neighbourhoodId}"`,
  )
  await gone(null)
})

test('sending the form of a new campaign again changes nothing about it', async () => {
  const [, other] = story.places.neighbourhoods
  const elsewhere = { ...story.form, neighbourhoodIds: [other?.id ?? ''] }
  expect((await story.leader.post('/campaigns', elsewhere)).status).toBe(303)
  const version = String((await story.campaign())?.version)
  expect((await story.leader.post('/campaigns', { ...elsewhere, version })).status).toBe(409)
  expect((await story.campaign())?.neighbourhoodIds).toEqual([story.neighbourhoodId])
})
