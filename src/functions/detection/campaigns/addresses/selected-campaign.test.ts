import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignWorld, openCampaignWorld } from '../../../../../tests/support/campaigns.ts'
import { makeStaff } from '../../../../../tests/support/world.ts'
import { campaignById } from '../campaign-store.ts'
import { certificateHash } from '../certificates/certificate.ts'
import { certificateOf } from '../certificates/certificate-store.ts'
import { progressOf } from '../rounds/progress-store.ts'
import { listedDoors, listOf } from './address-list-store.ts'

// One list of addresses from the decision to the certificate; each test is the next step.
let story: CampaignWorld
const id = uuidv7()
const path = `/campaigns/${id}`
const decided = {
  kind: 'selected',
  name: 'Molenwijk, nieuwjaar',
  criteria: '65 jaar of ouder en alleen wonend',
  letterWords: 'Wij bezoeken wie ouder is en alleen woont.',
  destroyOn: '2027-01-15',
}
const rule = { version: '0', days: '30', isOn: 'yes', reference: 'selectielijst 12.3', decidedBy: 'college' }
const read = <Answer>(ask: Parameters<typeof story.asked<Answer>>[1]) => story.asked(story.coordinator, ask)
const campaign = () => read((tx) => campaignById(tx, id))
const list = () => read((tx) => listOf(tx, id))
const send = (text: string) => {
  const form = new FormData()
  form.set('file', new File([text], 'lijst.csv', { type: 'text/csv' }))
  return story.leader.postFiles(`${path}/addresses/imports`, form)
}
const line = ({ street, number, box }: CampaignWorld['doors'][number]) => [street, number, box, '9999'].join(';')
const fileOf = (lines: readonly string[]) => ['straat;huisnummer;bus;postcode', ...lines].join('\n')
/** Doors spread over the neighbourhood: as a list has them, not a whole street. */
const chosen = () => story.doors.filter((_door, place) => place % 7 === 0)
const saidNo = () => chosen()[2]

beforeAll(async () => {
  story = await openCampaignWorld()
  await story.reach('announced')
})
afterAll(() => story.world.close())

test('without criteria, words for the letter and a day of destruction there is no selected campaign', async () => {
  const empty = { ...story.form, ...decided, id, criteria: '', letterWords: '', destroyOn: '', decidedBy: '' }
  const page = await (await story.leader.post('/campaigns', empty)).text()
  expect(page).toContain('href="#f-decidedBy"')
  const later = await story.leader.post('/campaigns', { ...empty, decidedBy: 'college' })
  expect(later.status).toBe(422)
  const again = await later.text()
  for (const field of ['criteria', 'letterWords', 'destroyOn']) expect(again).toContain(`href="#f-${field}"`)
  expect(await campaign()).toBeUndefined()
})

test.each(['2026-12-20', '2027-06-01'])('a list cannot stay until %s', async (destroyOn) => {
  const answer = await story.leader.post('/campaigns', { ...story.form, ...decided, id, destroyOn })
  expect(await answer.text()).toContain('href="#f-destroyOn"')
})

test('once decided, the next page asks for addresses and shows what was decided', async () => {
  const made = await story.leader.post('/campaigns', { ...story.form, ...decided, id })
  expect(made.headers.get('location')).toBe(`${path}/addresses`)
  const page = await (await story.leader.get(`${path}/addresses`)).text()
  for (const words of [decided.criteria, 'vast bureau', 'decreet lokaal sociaal beleid']) expect(page).toContain(words)
  expect((await story.leader.get(`${path}/streets`)).status).toBe(404)
})

test('P20 a file with anything but addresses is refused, and nothing of it is kept', async () => {
  const answer = await send('straat;huisnummer;leeftijd\nMolenstraat;12;81')
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Haal deze kolommen eruit: leeftijd')
  expect(await list()).toEqual([])
})

test('a file is looked at first: what is found, and every other line with its reason; nothing is kept', async () => {
  const [first] = chosen()
  await story.leader.post(`/campaigns/${story.id}/opt-outs`, { addressId: saidNo()?.id ?? '' })
  const strange = [
    'Nergensstraat;1;;9999',
    `${first?.street};9999;;9999`,
    line(first ?? story.places.addresses[0] ?? raise()),
  ]
  const answer = await send(fileOf([...chosen().map(line), ...strange]))
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(page).toContain(`${chosen().length - 1} adressen gevonden op ${chosen().length + 3} regels`)
  for (const reason of [
    'deze straat staat niet in het register',
    'dit huisnummer staat niet',
    'staat al hoger in het bestand',
  ])
    expect(page).toContain(reason)
  expect(await list()).toEqual([])
  const ids = /name="addressIds" value="([^"]+)"/.exec(page)?.[1] ?? ''
  expect((await story.leader.post(`${path}/addresses`, { addressIds: ids })).status).toBe(303)
  expect((await list()).length).toBe(chosen().length - 1)
})

test('an address that said no in an earlier campaign never comes on a list, by hand neither', async () => {
  await story.leader.post(`${path}/addresses`, { addressIds: saidNo()?.id ?? '' })
  expect(await list()).not.toContain(saidNo()?.id)
  const elsewhere = story.places.addresses.find(({ neighbourhoodId }) => neighbourhoodId !== story.neighbourhoodId)
  await story.leader.post(`${path}/addresses`, { addressIds: elsewhere?.id ?? '' })
  expect((await list()).length).toBe(chosen().length - 1)
})

test('who says no in another campaign afterwards leaves the doors of this one', async () => {
  const late = chosen()[4]?.id ?? ''
  await story.leader.post(`/campaigns/${story.id}/opt-outs`, { addressId: late })
  expect(await read((tx) => listedDoors(tx, id))).not.toContain(late)
  await story.leader.post(`/campaigns/${story.id}/opt-outs/removal`, { addressId: late })
  expect(await read((tx) => listedDoors(tx, id))).toContain(late)
})

test('the letter says honestly why, what was decided and when the list is gone, in the words approved', async () => {
  expect((await story.leader.post(`${path}/letters`, {})).status).toBe(303)
  const page = await (await story.leader.get(`${path}/letters/sheets?street=none`)).text()
  for (const words of [decided.letterWords, 'vast bureau besliste dat', '15 januari 2027'])
    expect(page).toContain(words)
  expect(page).not.toContain(decided.criteria)
  expect(page).not.toContain('bij iedereen in uw straat')
})

test('P15 a list that nothing would destroy cannot be announced', async () => {
  const refusedNow = await story.leader.post(`${path}/announcement`, { deliveredOn: '2026-11-09' })
  expect(refusedNow.status).toBe(422)
  await story.leader.post('/visit-list-rule', { ...rule, decidedOn: '2026-09-01' })
  const announced = await story.leader.post(`${path}/announcement`, { deliveredOn: '2026-11-09' })
  expect(announced.status).toBe(303)
})

test('once announced the list and the promised day are fixed', async () => {
  const before = await list()
  expect((await story.leader.post(`${path}/addresses/removal`, { addressId: before[0] ?? '' })).status).toBe(409)
  expect((await send(fileOf([]))).status).toBe(409)
  const version = String((await campaign())?.version)
  const later = { ...story.form, ...decided, id, version, destroyOn: '2027-03-01' }
  expect(await (await story.leader.post(path, later)).text()).toContain('De brief beloofde een andere dag')
  expect(await list()).toEqual(before)
})

test('P8 a visitor sees the own doors of the list while it runs, and nobody else sees any', async () => {
  const [a = '', b = ''] = story.volunteerIds
  const pair = { id: uuidv7(), firstVolunteerId: a, secondVolunteerId: b }
  expect((await story.leader.post(`${path}/pairs`, pair)).status).toBe(303)
  expect((await story.leader.post(`${path}/rounds`, story.plan)).status).toBe(303)
  expect((await story.leader.post(`${path}/opening`, {})).status).toBe(303)
  const doors = (await story.roundsOf(story.visitor)).flatMap((round) => round.doors)
  const listed = new Set(await list())
  expect(doors.length).toBeGreaterThan(0)
  expect(doors.filter(({ addressId }) => !listed.has(addressId))).toEqual([])
  expect(await story.roundsOf(story.otherVisitor)).toEqual([])
  for (const role of ['visitor', 'matcher', 'policyMaker', 'dataProtectionOfficer', 'administrator'] as const) {
    const somebody = await makeStaff(story.world, story.municipality, { role })
    expect(await story.asked(somebody, (tx) => listOf(tx, id))).toEqual([])
    const browser = story.world.as(somebody)
    expect([role, (await browser.get(`${path}/addresses`)).status]).toEqual([role, 403])
    expect([role, (await browser.post(`${path}/destruction`, {})).status]).toEqual([role, 403])
  }
})

test('a visitor does not read by what criteria doors were chosen; a data protection officer does', async () => {
  const pages = await Promise.all(
    (['visitor', 'dataProtectionOfficer'] as const).map(async (role) => {
      const somebody = await makeStaff(story.world, story.municipality, { role })
      return (await story.world.as(somebody).get(path)).text()
    }),
  )
  expect(pages.map((page) => page.includes(decided.criteria))).toEqual([false, true])
})

test('P20 the doors of a round stand in walking order, whatever the order of the file', async () => {
  const rounds = await story.roundsOf(story.visitor)
  for (const { doors } of rounds) {
    const streets = doors.map(({ street }) => street)
    expect(streets.filter((street, place) => street !== streets[place - 1]).length).toBe(new Set(streets).size)
  }
})

test('lists cannot be destroyed while the campaign runs', async () => {
  expect(await (await story.leader.get(`${path}/destruction`)).text()).toContain('De campagne loopt nog')
  expect((await story.leader.post(`${path}/destruction`, {})).status).toBe(409)
})

test('P15 the list goes by itself on the promised day, with a certificate; only whole numbers stay', async () => {
  const before = await list()
  story.world.setNow('2026-12-21T02:30:00Z')
  await story.night()
  expect(await campaign()).toMatchObject({ state: 'ended', listsErasedOn: null })
  story.world.setNow('2027-01-15T02:30:00Z')
  await story.night()
  expect(await list()).toEqual([])
  expect(await campaign()).toMatchObject({ listsErasedOn: '2027-01-15', streetIds: [] })
  const kept = (await read((tx) => certificateOf(tx, id))) ?? raise()
  expect(kept.destroyed).toMatchObject({ listedAddresses: before.length, letters: before.length, pairs: 1 })
  expect(kept).toMatchObject({ approvedBy: null, ruleReference: 'selectielijst 12.3', ruleDecidedBy: 'college' })
  expect(await read((tx) => progressOf(tx, id))).toMatchObject([
    { streetId: null, doors: kept.destroyed.roundAddresses },
  ])
})

test('the certificate has the number of what it says, and another one when a word is changed', async () => {
  const { hash, ...kept } = (await read((tx) => certificateOf(tx, id))) ?? raise()
  expect(certificateHash(kept)).toBe(hash)
  expect(certificateHash({ ...kept, ruleReference: 'selectielijst 12.4' })).not.toBe(hash)
})

test('a data protection officer prints the certificate, with the ground and without an address; others do not', async () => {
  const officer = await makeStaff(story.world, story.municipality, { role: 'dataProtectionOfficer' })
  const answer = await story.world.as(officer).get(`${path}/certificate`)
  expect(answer.status).toBe(200)
  const page = await answer.text()
  for (const words of ['selectielijst 12.3', decided.criteria, 'decreet lokaal sociaal beleid'])
    expect(page).toContain(words)
  for (const { street } of chosen()) expect(page).not.toContain(street)
  expect((await story.world.as(story.visitor).get(`${path}/certificate`)).status).toBe(403)
})

test('P15 by hand a list goes earlier, approved by who did it under the rule', async () => {
  expect((await story.leader.post(`/campaigns/${story.id}/destruction`, {})).status).toBe(303)
  const kept = await read((tx) => certificateOf(tx, story.id))
  expect(kept).toMatchObject({ approvedBy: story.coordinator.userId, destroyed: { listedAddresses: 0 } })
  expect((await story.leader.get(`/campaigns/${story.id}/certificate`)).status).toBe(200)
  expect((await story.leader.post(`/campaigns/${story.id}/destruction`, {})).status).toBe(409)
})

function raise(): never {
  throw new Error('is there in this story')
}
