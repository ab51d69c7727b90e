import { expect, test } from 'vitest'
import { catalogue, textsIn } from '../../../src/platform/messages/index.ts'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test.each([
  ['tr', 'Hollandaca öğrenmek istiyorum'],
  ['uk', 'Хочу вивчати нідерландську'],
] as const)(
  'somebody who reads %s asks for help in that language, on a phone without script',
  async (language, wish) => {
    const t = textsIn(catalogue, language, new Date())
    const resident = await journey.somebody({ screen: 'phone', script: 'off' })
    const next = () => resident.presses(t('resident.card.next'))

    await resident.opens(`/in/netegem?lang=${language}`)
    expect(await resident.page.locator('html').getAttribute('lang')).toBe(language)
    await resident.opens('/in/netegem/card')
    await resident.arrivesAt(t('resident.card.start.title'))
    await resident.presses(t('resident.card.start.begin'))
    await resident.arrivesAt(t('resident.card.step.who'))
    await resident.picks(t('resident.card.source.resident'))
    await next()
    await resident.arrivesAt(t('resident.card.step.wish'))
    await next()
    await resident.reads(t('form.error.required'))
    await resident.writes(t('resident.card.step.wish'), wish)
    await next()
    await resident.arrivesAt(t('resident.card.step.contact'))
    await resident.writes(t('resident.card.phone'), '0470 44 55 66')
    await next()
    await resident.arrivesAt(t('resident.card.step.reach'))
    await next()
    await resident.arrivesAt(t('resident.card.step.agreement'))
    await resident.picks(t('resident.card.agrees.own'))
    await next()
    await resident.arrivesAt(t('resident.card.step.urgency'))
    await resident.picks(t('resident.card.urgency.ordinary'))
    await next()
    await resident.arrivesAt(t('resident.card.step.check'))
    await resident.reads(wish)
    // Nobody answers all questions within three seconds; what does is taken for a program.
    await resident.page.waitForTimeout(3000)
    await resident.presses(t('resident.card.send'))
    await resident.arrivesAt(t('resident.card.receipt.title'))
    await resident.reads(t('resident.card.receipt.sent'))
  },
)
