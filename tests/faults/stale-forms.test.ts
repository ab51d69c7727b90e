import { afterAll, beforeAll, expect, test } from 'vitest'
import { elementsOf, type Markup, readMarkup, readText } from '../support/markup.ts'
import { type FoundForm, lookAround, type Netegem, openNetegem } from '../support/netegem.ts'

/** Two people with the same page open: every form found in Netegem is sent as the second of them would. */
let netegem: Netegem
let forms: readonly FoundForm[]

beforeAll(async () => {
  netegem = await openNetegem()
  const named = ['Sofie De Wilde', 'Nele Baert', 'Rita Goossens', 'Fatima Yildiz']
  const found = []
  for (const who of netegem.people.filter(({ name }) => named.includes(name)))
    found.push(...(await lookAround(netegem, who)).forms)
  forms = found
}, 240_000)
afterAll(() => netegem.world.close())

test('a form that says which version was seen refuses any other, whatever it is about', async () => {
  const editing = versioned()
  expect(new Set(editing.map(({ route }) => route)).size).toBeGreaterThan(20)
  const accepted = []
  const leadNowhere = []
  for (const form of editing) {
    const { status, text } = await send(form, '1999999999')
    if (status !== 409) accepted.push(`${form.route} ${status}`)
    if (text.includes('Ga terug, vernieuw de pagina')) leadNowhere.push(form.route)
  }
  expect([...new Set(accepted)]).toEqual([])
  expect([...new Set(leadNowhere)]).toEqual([])
})

test('a form that is sent back to be mended still says which version was seen', async () => {
  const renewed = []
  let sentBack = 0
  for (const form of versioned().filter((one) => shows(one) && !showsAfresh.includes(one.route))) {
    const empty = Object.fromEntries(form.fields.map(([name]) => [name, ['']]))
    const { status, page } = await sent(form, { ...empty, ...hiddenFieldsOf(form) }, '1999999999')
    if (status !== 422) continue
    sentBack += 1
    const again =
      page && elementsOf(page, 'form').find(({ attributes }) => attributes.action === form.markup.attributes.action)
    const [version] = again ? elementsOf(again, 'input').filter(({ attributes }) => attributes.name === 'version') : []
    if (version?.attributes.value !== '1999999999') renewed.push(form.route)
  }
  expect(sentBack).toBeGreaterThan(10)
  expect([...new Set(renewed)]).toEqual([])
})

test('an act that is sent back to be mended tells all that the other did meanwhile, or that it is over', async () => {
  for (const route of showsAfresh) {
    let isTold = false
    for (const form of versioned().filter((one) => one.route === route)) {
      const before = await linesOn(form)
      const version = await versionNow(form)
      if (!version || !(await isDoneDifferently(form, version))) continue
      const news = (await linesOn(form)).filter((line) => !before.includes(line))
      if (news.length === 0) continue
      const empty = Object.fromEntries(form.fields.map(([name]) => [name, ['']]))
      const again = await sent(form, { ...empty, ...hiddenFieldsOf(form) }, version)
      const shown = again.page ? linesIn(again.page) : []
      const untold = again.status === 422 ? news.filter((line) => !shown.includes(line)) : []
      expect([route, untold]).toEqual([route, []])
      if (again.status !== 422) expect(again.text, route).toMatch(/was u voor|intussen|al verder/)
      isTold = true
      // What others in the list are about may not be over by now.
      break
    }
    expect(isTold, route).toBe(true)
  }
})

test('on a card, a case and a handover the second of two sees what the first did, on the page itself', async () => {
  const both = []
  for (const form of versioned().filter(({ route }) => /^\/(inbox|cases|handovers)\//.test(route))) {
    const version = form.fields.find(([name]) => name === 'version')?.[1] ?? ''
    const first = await send(form, version)
    // What does not go through now (a state it is not in) changed nothing, and there is nothing to see.
    if (first.status !== 303) continue
    const second = await send(form, version)
    expect([form.route, second.status]).toEqual([form.route, 409])
    expect(second.text, form.route).toMatch(/Dit kon niet/)
    expect(second.text, form.route).toMatch(/was u voor|intussen|al verder/)
    both.push(form.route)
  }
  for (const what of [/^\/inbox/, /^\/cases\/:id\/(state|title|tasks|goals)/, /handover/])
    expect(
      both.some((route) => what.test(route)),
      String(what),
    ).toBe(true)
})

test('a form that shows what stands somewhere says which version that was, or makes something new', () => {
  const silent = forms.filter((form) => !names(form).includes('version') && !makesNew(form) && shows(form))
  expect([...new Set(silent.map(({ route }) => route))].filter((route) => !(route in withoutVersion))).toEqual([])
})

/** Forms that show something without a version, and why nothing of another is lost. */
const withoutVersion: Readonly<Record<string, string>> = {
  '/account': 'only whose account it is can change it',
  '/agreements/:id/withdrawal': 'an act done once',
  '/analysis/places/imports': 'a file, compared with what is there before anything changes',
  '/analysis/surveys/imports': 'a file, compared with what is there before anything changes',
  '/areas/imports': 'a file, compared with what is there before anything changes',
  '/campaigns/:id/announcement': 'an act done once',
  '/cases/:id/rights/comparison': 'works something out and keeps nothing',
  '/services/imports': 'a file, compared with what is there before anything changes',
  '/substitutes/head-of-service': 'one name: the last one stands',
  '/volunteers/:id/contacts': 'the day of the last contact: the later one stands',
  '/volunteers/:id/debriefs/:debriefId/holding': 'an act done once',
  '/volunteers/:id/formalities': 'one day: the last one stands',
  '/volunteers/travel-rates': 'a period: one that overlaps is refused, the same first day corrects it',
}

/** Forms of an act, sent back on a page that shows first how everything stands now: what another did is seen there. */
const showsAfresh = [
  '/cases/:id/handovers/:handover/arrival',
  '/cases/:id/rights-check',
  '/handovers/:handover/acceptance',
  '/handovers/:handover/refusal',
  '/inbox/:signalId/closing',
  '/inbox/:signalId/contact-attempts',
  '/policy-signals/:id/reading',
]

/** Forms of something that is there already; version 0 says that there is nothing yet. Those of a file ask for that first. */
const versioned = () =>
  forms.filter(
    ({ fields, markup }) =>
      fields.some(([name, value]) => name === 'version' && value > '0') &&
      !elementsOf(markup, 'input').some(({ attributes }) => attributes.type === 'file'),
  )
const names = ({ fields }: FoundForm) => fields.map(([name]) => name)

/** An identifier made with the page: sent twice, it does nothing twice. */
const makesNew = (form: FoundForm) => hidden(form).some((name) => /^id$|^householdId$/.test(name))
const shows = (form: FoundForm) => form.fields.some(([name, value]) => value !== '' && !hidden(form).includes(name))
const hidden = ({ markup }: FoundForm) =>
  elementsOf(markup, 'input')
    .filter(({ attributes }) => attributes.type === 'hidden')
    .map(({ attributes }) => attributes.name ?? '')

/** Sends a form as it stands; when something has to be filled in first, with something in what is empty. */
async function send(form: FoundForm, version: string) {
  const asItStands = await sent(form, filled(form, false), version)
  return asItStands.status === 422 ? sent(form, filled(form, true), version) : asItStands
}

async function sent(form: FoundForm, fields: Record<string, string[]>, version: string) {
  const response = await netegem.world.as(form.who).post(form.action, { ...fields, version })
  const [page] = elementsOf(readMarkup(await response.text()), 'main')
  return { status: response.status, page, text: page ? readText(page) : '' }
}

/** The version in a form as its page has it now; none when the page has it no more. */
async function versionNow({ who, page, markup }: FoundForm): Promise<string | undefined> {
  const forms = elementsOf(readMarkup(await (await netegem.world.as(who).get(page)).text()), 'form')
  const now = forms.find(({ attributes }) => attributes.action === markup.attributes.action)
  const version = now && elementsOf(now, 'input').find(({ attributes }) => attributes.name === 'version')
  return version?.attributes.value
}

/** Sends a form with something else chosen than stands in it, where there is a choice; true when that went through. */
async function isDoneDifferently(form: FoundForm, version: string): Promise<boolean> {
  for (const isWritten of [true, false])
    for (const chosen of [...choicesIn(form), {}]) {
      const { status } = await sent(form, { ...filled(form, isWritten), ...chosen }, version)
      if (status === 303) return true
    }
  return false
}

/** What can be chosen in a form and is not chosen yet. */
const choicesIn = ({ markup }: FoundForm) => [
  ...elementsOf(markup, 'input')
    .filter(({ attributes: { type, checked } }) => type === 'radio' && checked === undefined)
    .map(({ attributes: { name = '', value = '' } }) => ({ [name]: [value] })),
  ...elementsOf(markup, 'select').flatMap((select) =>
    elementsOf(select, 'option')
      .filter(({ attributes: { selected, value } }) => selected === undefined && value)
      .map(({ attributes: { value = '' } }) => ({ [select.attributes.name ?? '']: [value] })),
  ),
]

/** What a page says now, piece by piece, with what stands in its fields. */
async function linesOn({ who, page }: FoundForm): Promise<readonly string[]> {
  const [main] = elementsOf(readMarkup(await (await netegem.world.as(who).get(page)).text()), 'main')
  return main ? linesIn(main) : []
}
const linesIn = (page: Markup): readonly string[] =>
  page.children.flatMap((child) => {
    if (typeof child === 'string') return child.trim() || []
    const { type, name, value, checked, selected } = child.attributes
    const stands = checked ?? selected ?? (type === 'text' ? value : undefined)
    return [...(stands === undefined ? [] : [`${name ?? 'option'}: ${value}`]), ...linesIn(child)]
  })

const hiddenFieldsOf = (form: FoundForm): Record<string, string[]> =>
  Object.fromEntries(
    form.fields.filter(([name]) => hidden(form).includes(name)).map(([name, value]) => [name, [value]]),
  )

/**
 * What stands in the fields, a choice where none was made, and a word in empty text when `isWritten`. A form with a button that
 * has no name is sent by that one.
 */
function filled({ markup, fields }: FoundForm, isWritten: boolean): Record<string, string[]> {
  const form: Record<string, string[]> = {}
  for (const [name, value] of fields) form[name] = [...(form[name] ?? []), value]
  const buttons = elementsOf(markup, 'button').some(({ attributes }) => !attributes.name) ? [] : (['button'] as const)
  for (const control of elementsOf(markup, 'input', 'textarea', 'select', ...buttons)) {
    const { name = '', type = 'text', value = 'on' } = control.attributes
    if (name === '' || form[name]?.some((one) => one !== '')) continue
    const options = elementsOf(control, 'option').map(({ attributes }) => attributes.value ?? '')
    const chosen = control.tag === 'button' || type === 'radio' || type === 'checkbox' ? value : options.find(Boolean)
    const written = type === 'date' ? '2026-11-23' : name === 'period' ? '2024' : 'Iets'
    if (chosen !== undefined) form[name] = [chosen]
    else if (isWritten) form[name] = [written]
  }
  return form
}
