import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()
/** Where residents answer, once the survey is open. */
let path = ''

test('a coordinator asks how it is in the neighbourhood, on paper in large letters and with a code', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.opens('/analysis/surveys')
  await sofie.arrivesAt('Bevragingen')
  await sofie.follows('Nieuwe bevraging')
  await sofie.arrivesAt('Nieuwe bevraging')
  await sofie.writes('Naam van de bevraging', 'Buurtpols winter')
  await sofie.presses('Bewaren')
  await sofie.page.getByText('Er is iets mis').or(sofie.page.getByRole('alert')).first().waitFor()
  await sofie.writes('Laatste dag om te antwoorden', '2099-01-31')
  await sofie.writes('Waarom vraagt u dit?', 'In de lente bespreken we de antwoorden in het buurthuis.')
  await sofie.picks('Molenwijk')
  await sofie.picks('Heide')
  await sofie.presses('Bewaren')
  await sofie.arrivesAt('Buurtpols winter')
  await sofie.presses('Openen')
  await sofie.reads('De bevraging loopt.')
  await sofie.arrivesAt('Buurtpols winter')
  const link = await sofie.page.getByText(/\/in\/netegem\/survey\/[A-Z0-9]{9}$/).textContent()
  path = new URL(link ?? '').pathname
  await sofie.follows('Arabisch')
  await sofie.reads('كيف هو حيّك؟')
  await sofie.leaves()
})

test('a resident answers in Arabic on a phone without script, and a neighbour after that on the same phone', async () => {
  const resident = await journey.somebody({ screen: 'phone', script: 'off' })
  await resident.opens(`${path}?lang=ar`)
  await resident.arrivesAt('كيف هو حيّك؟')
  expect(await resident.page.locator('html').getAttribute('dir')).toBe('rtl')
  await resident.picks('Molenwijk')
  await resident.presses('ابدأ')
  await resident.arrivesAt('كيف هو حيّك؟')
  await picksOf(resident, 'هل تحب العيش هنا؟', 'نعم، كثيرًا')
  await picksOf(resident, /هل تعتني بشخص مريض/, 'نعم')
  await resident.presses('التالي')
  await picksOf(resident, 'هل تحصل على راحة كافية؟', 'أحيانًا')
  await resident.arrivesAt('كيف هو حيّك؟')
  await resident.presses('التالي')
  await resident.writes('ما الذي يمكن أن يكون أفضل؟', 'اتصل بي 0470 12 34 56')
  await resident.presses('إرسال')
  await resident.reads('لا تكتب أرقام أشخاص أو عناوينهم.')
  await resident.writes('ما الذي يمكن أن يكون أفضل؟', 'المزيد من المقاعد')
  await resident.presses('إرسال')
  await resident.arrivesAt('شكرًا لك')
  await resident.follows('شخص آخر على هذا الجهاز')
  await resident.arrivesAt('كيف هو حيّك؟')
  // Nothing of the first is left on the device.
  expect(await resident.page.locator('input:checked').count()).toBe(0)
  expect((await resident.page.context().cookies()).map(({ name }) => name)).toEqual(['language'])
  await resident.leaves()
})

test('a colleague types in three sheets of paper', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await openSurvey(sofie)
  await sofie.follows('Papier invoeren')
  for (const answer of ['Ja, heel graag', 'Eerder wel', 'Nee']) {
    await sofie.arrivesAt('Papier invoeren')
    await sofie.picks('Heide')
    await picksOf(sofie, '1. Woont u hier graag?', answer)
    await picksOf(sofie, '2. Hoe vaak praat u met mensen uit uw buurt?', 'Elke week')
    await sofie.presses('Bewaren en volgende')
    await sofie.reads('Het blad is bewaard. Hier is het volgende.')
  }
  await sofie.leaves()
})

test('results show only from twenty answers on, once the survey is finished', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await openSurvey(sofie)
  await sofie.reads('Minder dan 20 antwoorden')
  await finishes(sofie)
  await sofie.follows('Resultaten')
  await sofie.arrivesAt('Resultaten: Buurtpols winter')
  await sofie.reads('Te weinig antwoorden voor een resultaat')
  await sofie.doesNotRead('Woont u hier graag?')

  await openSurvey(sofie)
  await sofie.presses('Opnieuw openen')
  const { url } = journey.server
  for (let sheet = 0; sheet < 30; sheet += 1) {
    const form = {
      id: randomUUID(),
      at: '9',
      go: 'on',
      'q.likesHere': sheet < 12 ? 'ratherYes' : 'yes',
      'q.cares': 'no',
    }
    const answer = await sofie.page.request.post(url + path, { form, headers: { origin: url }, maxRedirects: 0 })
    expect(answer.status()).toBe(303)
  }
  await openSurvey(sofie)
  await finishes(sofie)
  await sofie.doesNotRead('Opnieuw openen')
  await sofie.follows('Resultaten')
  await sofie.arrivesAt('Resultaten: Buurtpols winter')
  await sofie.reads('Woont u hier graag?')
  await sofie.reads('verborgen')
  await openSurvey(sofie)
  await sofie.follows('Wat bewoners schreven')
  await sofie.arrivesAt('Wat bewoners schreven')
  expect(await sofie.page.getByRole('textbox', { name: 'Tekst', exact: true }).first().inputValue()).toBe(
    'المزيد من المقاعد',
  )
  await sofie.leaves()
})

async function openSurvey(person: Person): Promise<void> {
  await person.opens('/analysis/surveys')
  await person.follows('Buurtpols winter')
  await person.arrivesAt('Buurtpols winter')
}

async function finishes(person: Person): Promise<void> {
  await person.page.getByText('Afronden', { exact: true }).click()
  await person.presses('Ja, afronden')
  await person.reads('De bevraging is afgerond.')
  await person.arrivesAt('Buurtpols winter')
}

/** Answers one of several questions that have answers of the same name. */
const picksOf = (person: Person, question: string | RegExp, answer: string) =>
  person.page.getByRole('radiogroup', { name: question }).getByLabel(answer, { exact: true }).check()
