import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRightsWorld, type RightsWorld, told } from '../../../../tests/support/case-rights.ts'
import { makeCase } from '../../../../tests/support/guidance.ts'
import { makeStaff } from '../../../../tests/support/world.ts'
import { caseById } from '../cases/case-store.ts'
import { eventsOf } from '../cases/event-store.ts'
import { keptCheckById } from './kept-check-store.ts'

let { world, here, lead, colleague, outsider, asProgram, versionOf, keepForm, post, page } = {} as RightsWorld
beforeAll(async () => {
  ;({ world, here, lead, colleague, outsider, asProgram, versionOf, keepForm, post, page } = await openRightsWorld())
})
afterAll(() => world.close())

describe('the questions at the table', () => {
  test('begin with who lives here, with what the register knows beside them', async () => {
    const { caseId } = await makeCase(world, lead)
    const first = await page(caseId, '/questions')
    expect(first).toContain('Wie woont er in dit huishouden?')
    expect(first).toContain('geboortejaar niet gekend')
  })

  test('take a birth date, go on as in the check for anybody, and write nothing down', async () => {
    const { caseId } = await makeCase(world, lead)
    const next = await post(caseId, '/questions', { do: 'people', self: '10/03/1961', partner: 'no' })
    const text = await next.text()
    expect(next.status).toBe(200)
    expect(text).toContain('1961-03-10')
    expect(text).toContain('name="asked"')
    const kept = await world.database.owner
      .selectFrom('guidance.kept_rights_check')
      .select('id')
      .where('case_id', '=', caseId)
      .execute()
    expect(kept).toEqual([])
  })

  test('are read aloud in the language of the person', async () => {
    const { caseId } = await makeCase(world, lead)
    const answer = await post(caseId, '/questions?in=ar', { do: 'people', self: '70' })
    expect(await answer.text()).toMatch(/lang="ar" dir="rtl"/)
  })

  test.each([
    [{ self: 'oud' }, 'value="oud"'],
    [{ self: '30/02/1961' }, '30/02/1961'],
    [{ self: '30', children: '40' }, 'een kind is jonger dan de ouders'],
    [{ self: '10/03/2061' }, 'niemand is later geboren'],
  ])('come back with what was typed where it cannot be: %j', async (typed, shown) => {
    const { caseId } = await makeCase(world, lead)
    const answer = await post(caseId, '/questions', { do: 'people', ...typed })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(shown)
  })

  test('let somebody move in, and say so where that cannot be', async () => {
    const { caseId } = await makeCase(world, lead)
    const body = { told: JSON.stringify(told), do: 'household' }
    const with25 = await (await post(caseId, '/questions', { ...body, comes: 'child', comesBorn: '25' })).text()
    expect(with25).toContain('kind van 25 jaar')
    const older = await post(caseId, '/questions', { ...body, comes: 'child', comesBorn: '70' })
    expect(older.status).toBe(422)
    expect(await older.text()).toContain('Dit huishouden kan niet')
  })

  test('begin again when what came back was written by somebody else', async () => {
    const { caseId } = await makeCase(world, lead)
    for (const wrong of [
      '<script>',
      '{"persons":"all"}',
      JSON.stringify({ ...told, persons: [{ id: 'p1', shoe: 42 }] }),
    ])
      expect(await (await post(caseId, '/questions', { told: wrong, do: 'show' })).text()).toContain(
        'Wie woont er in dit huishouden?',
      )
  })
})

describe('a check that is kept', () => {
  test('makes the rights check of the case done, with who and when, and stands in its history', async () => {
    const { caseId } = await makeCase(world, lead)
    const form = await keepForm(caseId)
    const answer = await post(caseId, '/checks', form)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/cases/${caseId}/rights/checks/${form.id}`])
    expect((await asProgram((tx) => caseById(tx, caseId)))?.rightsCheck).toMatchObject({
      state: 'done',
      by: lead.userId,
    })
    expect(await page(caseId)).toContain(`/rights/checks/${form.id}`)
    const kept = await page(caseId, `/checks/${form.id}`)
    expect(kept).toContain('Nele Verkenner')
    expect(kept).toContain('Dit is geen beslissing')
    const events = await asProgram((tx) => eventsOf(tx, caseId))
    expect(events[0]).toMatchObject({ kind: 'rightsCheck', value: 'done', aboutId: form.id, byUser: lead.userId })
  })

  test('sent twice is kept once', async () => {
    const { caseId } = await makeCase(world, lead)
    const form = await keepForm(caseId)
    expect((await post(caseId, '/checks', form)).status).toBe(303)
    expect((await post(caseId, '/checks', form)).status).toBe(303)
    expect((await asProgram((tx) => eventsOf(tx, caseId))).filter(({ kind }) => kind === 'rightsCheck')).toHaveLength(1)
  })

  test('follows the rights that the person wants to ask, and no others', async () => {
    const { caseId } = await makeCase(world, lead)
    await post(caseId, '/checks', await keepForm(caseId, { ask: ['verhoogde-tegemoetkoming', 'igo', 'no-such-right'] }))
    const rows = await world.database.owner
      .selectFrom('guidance.followed_right')
      .select('right_id')
      .where('case_id', '=', caseId)
      .execute()
    expect(rows).toEqual([{ right_id: 'verhoogde-tegemoetkoming' }])
  })

  test('is refused without the word of the person, and nothing typed is lost', async () => {
    const { caseId } = await makeCase(world, lead)
    const { agreed: _, ...form } = await keepForm(caseId, { kept: 'nothing' })
    const answer = await post(caseId, '/checks', form)
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('Zonder akkoord wordt niets bewaard')
    expect(text).toMatch(/value="nothing"[^>]*checked|checked[^>]*value="nothing"/)
    expect(text).toContain(form.id)
  })

  test('is refused when a colleague was first, which the page says, and in a closed case', async () => {
    const { caseId } = await makeCase(world, lead)
    const form = await keepForm(caseId)
    await world.as(lead).post(`/cases/${caseId}/members`, { userId: colleague.userId })
    await world.as(colleague).post(`/cases/${caseId}/rights-check`, { version: form.version, state: 'offered' })
    const late = await post(caseId, '/checks', form)
    expect(late.status).toBe(409)
    expect(await late.text()).toMatch(/Anna Collega was u voor/)
    await world.as(lead).post(`/cases/${caseId}/rights-check`, { version: await versionOf(caseId), state: 'declined' })
    const closing = { id: uuidv7(), signalId: uuidv7(), outcome: 'personStopped', preventable: 'no' }
    const version = await versionOf(caseId)
    expect((await world.as(lead).post(`/cases/${caseId}/closing`, { ...closing, version })).status).toBe(303)
    const closed = await post(caseId, '/checks', await keepForm(caseId))
    expect(closed.status).toBe(409)
    expect(await closed.text()).toContain('Heropen het eerst')
  })
})

describe('what stays of the answers', () => {
  const facts = (caseId: string) =>
    world.database.owner
      .selectFrom('guidance.kept_rights_check')
      .select(['id', 'facts', 'kept'])
      .where('case_id', '=', caseId)
      .orderBy('at')
      .execute()
  const opened = (caseId: string, id: string) => asProgram((tx) => keptCheckById(tx, caseId, id))

  test('P1 by default is without the sensitive ones, and without the reasons that would tell them', async () => {
    const { caseId } = await makeCase(world, lead)
    const form = await keepForm(caseId)
    await post(caseId, '/checks', form)
    const check = await opened(caseId, form.id)
    expect(check?.told?.persons).toEqual([
      { id: 'p1', role: 'reference', birth_date: '1961-03-10', net_income_month: 1100, pension_gross_month: 0 },
    ])
    const igo = check?.outcomes.find(({ right }) => right === 'igo')
    expect(igo?.reasons.map(({ condition }) => condition)).toEqual(['age'])
  })

  test('P1 is nothing, or everything, when the person says so', async () => {
    const { caseId } = await makeCase(world, lead)
    const [none, all] = [await keepForm(caseId, { kept: 'nothing' }), { kept: 'everything' }]
    await post(caseId, '/checks', none)
    expect((await opened(caseId, none.id))?.told).toBeNull()
    const form = await keepForm(caseId, all)
    await post(caseId, '/checks', form)
    expect((await opened(caseId, form.id))?.told).toEqual(told)
  })

  test('P1 goes with the next check, by hand, and when the case closes; what came out stays', async () => {
    const { caseId } = await makeCase(world, lead)
    await post(caseId, '/checks', await keepForm(caseId))
    await post(caseId, '/checks', await keepForm(caseId))
    expect((await facts(caseId)).map((row) => row.facts !== null)).toEqual([false, true])
    expect((await post(caseId, '/answers/removal', {})).status).toBe(303)
    expect((await facts(caseId)).map((row) => row.facts !== null)).toEqual([false, false])
    const last = await keepForm(caseId)
    await post(caseId, '/checks', last)
    const closing = { id: uuidv7(), signalId: uuidv7(), outcome: 'moved', preventable: 'no' }
    const version = await versionOf(caseId)
    expect((await world.as(lead).post(`/cases/${caseId}/closing`, { ...closing, version })).status).toBe(303)
    expect(await opened(caseId, last.id)).toMatchObject({ told: null, kept: 'withoutSensitive' })
    expect(await page(caseId, `/checks/${last.id}`)).toContain('niet meer bewaard')
  })

  test('P23 is not readable in the database, and neither is what came out', async () => {
    const { caseId } = await makeCase(world, lead)
    await post(caseId, '/checks', await keepForm(caseId, { kept: 'everything' }))
    const [row] = await world.database.owner
      .selectFrom('guidance.kept_rights_check')
      .selectAll()
      .where('case_id', '=', caseId)
      .execute()
    const bytes = `${row?.facts?.toString('latin1')}${row?.outcomes.toString('latin1')}`
    expect(bytes.length).toBeGreaterThan(500)
    expect(bytes).not.toMatch(/1961|igo|net_income/)
  })
})

describe('P6 who is not in the case', () => {
  test('finds nothing of its rights, whatever their role', async () => {
    const { caseId } = await makeCase(world, lead)
    const form = await keepForm(caseId)
    await post(caseId, '/checks', form)
    for (const path of ['', '/questions', `/questions?base=${form.id}`, `/checks/${form.id}`])
      expect([path, (await world.as(outsider).get(`/cases/${caseId}/rights${path}`)).status]).toEqual([path, 404])
    const acts: readonly [string, Record<string, string>][] = [
      ['/questions', { told: form.told, do: 'show' }],
      ['/checks', { ...form, id: uuidv7() }],
      ['/comparison', { check: form.id, on: '2027-03-10' }],
      ['/comparison', { told: form.told, on: '2027-03-10' }],
      ['/comparison', { first: form.id, second: uuidv7() }],
      ['/answers/removal', {}],
    ]
    for (const [path, body] of acts)
      expect([path, (await post(caseId, path, body, outsider)).status]).toEqual([path, 404])
    expect((await asProgram((tx) => keptCheckById(tx, caseId, form.id)))?.told).not.toBeNull()
  })

  test('finds no check of one case in another', async () => {
    const [one, other] = [await makeCase(world, lead), await makeCase(world, lead)]
    const form = await keepForm(one.caseId)
    await post(one.caseId, '/checks', form)
    expect((await world.as(lead).get(`/cases/${other.caseId}/rights/checks/${form.id}`)).status).toBe(404)
    expect((await post(other.caseId, '/comparison', { check: form.id, on: '2027-03-10' })).status).toBe(404)
  })
})

test('P17 looking at rights and keeping a check leave a line each', async () => {
  const { caseId } = await makeCase(world, lead)
  await page(caseId)
  await post(caseId, '/checks', await keepForm(caseId))
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select(['action', 'reason'])
    .where('subject_id', '=', caseId)
    .where('actor_user_id', '=', lead.userId)
    .execute()
  expect(lines).toContainEqual({ action: 'read case', reason: 'rights' })
  expect(lines.map(({ action }) => action)).toContain('keep rights check')
})

test('P16 the copy of somebody’s data says in words which rights were worth asking and which answers are kept', async () => {
  const municipal = await makeStaff(world, here, { name: 'Co Kopie' })
  const { caseId, personId } = await makeCase(world, municipal)
  await post(caseId, '/checks', await keepForm(caseId, { kept: 'everything' }), municipal)
  const id = uuidv7()
  const asked = { id, personId, kind: 'copy', channel: 'desk', receivedOn: '2026-11-23', identityChecked: 'known' }
  expect((await world.as(municipal).post('/rights', asked)).status).toBe(303)
  const file = await (await world.as(municipal).get(`/rights/${id}/held.json`)).text()
  expect(file).toContain('p1.net_income_month 1100')
  expect(file).toContain('igo p1 unlikely')
  for (const [language, right, answer] of [
    ['nl', 'Leefloon', 'Het netto-inkomen per maand: 1100'],
    ['uk', 'Leefloon', '1100'],
  ] as const) {
    const paper = await (await world.as(municipal).get(`/rights/${id}/held/print?lang=${language}`)).text()
    expect(paper).toContain(right)
    expect(paper).toContain(answer)
    expect(paper).not.toContain('Inkomensgarantie')
    expect(paper).not.toContain('resident.held.')
  }
})
