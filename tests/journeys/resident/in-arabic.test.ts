import { expect, test } from 'vitest'
import { openFromSearch } from '../support/inbox.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Looking, Person } from '../support/person.ts'
import { codeOnReceipt, sendUnhurried } from '../support/web-form.ts'

const journey = journeyInNetegem()

const ways: readonly (Looking & { readonly name: string })[] = [
  { name: 'هدى منصور', screen: 'phone', script: 'off' },
  { name: 'سمير حداد', screen: 'wide', script: 'on', light: 'night' },
]

test.each(ways)(
  'somebody who reads Arabic asks, follows, sees who looked and takes it back ($screen, script $script)',
  async ({ name, ...looking }) => {
    const resident = await journey.somebody(looking)
    await resident.opens('/in/netegem/card?lang=ar')
    await arrivesFromRight(resident, 'اطلب المساعدة ببطاقة')
    await resident.presses('ابدأ بطاقة جديدة')
    await arrivesFromRight(resident, 'لمن هذه البطاقة؟')
    await resident.picks('لي أنا')
    await resident.presses('التالي')
    await arrivesFromRight(resident, 'في أي أمر تحتاج إلى مساعدة؟')
    await resident.presses('التالي')
    await expect.poll(() => resident.page.title()).toContain('تحقق من هذا:')
    await arrivesFromRight(resident, 'في أي أمر تحتاج إلى مساعدة؟')
    await resident.writes('في أي أمر تحتاج إلى مساعدة؟', 'أريد أن أتعلم الهولندية')
    await resident.presses('التالي')
    await arrivesFromRight(resident, 'كيف يمكننا الوصول إليك؟')
    await resident.writes('اسمك', name)
    await resident.writes('الهاتف', '0470 44 55 66')
    await resident.presses('التالي')
    await arrivesFromRight(resident, 'متى وبأي لغة؟')
    await resident.presses('التالي')
    await arrivesFromRight(resident, 'ماذا يمكننا أن نقول، ولمن؟')
    await resident.picks('نعم، يمكن للمنسق أن يقرأ هذه البطاقة ويتصل بي')
    await resident.presses('التالي')
    await arrivesFromRight(resident, 'متى تحتاج إلى المساعدة؟')
    await resident.picks('عادي')
    await resident.presses('التالي')
    await arrivesFromRight(resident, 'هل كل شيء صحيح؟')
    await resident.reads('أريد أن أتعلم الهولندية')
    // A telephone number reads from left to right, in whatever language.
    expect(await directionOf(resident, '0470 44 55 66')).toBe('ltr')
    await sendUnhurried(resident, 'أرسل البطاقة')
    await arrivesFromRight(resident, 'احتفظ بهذا الرمز')
    const code = await codeOnReceipt(resident)
    expect(await directionOf(resident, code)).toBe('ltr')

    await openMyCard(resident, code)
    await resident.reads('وصلت بطاقتك. سيقرؤها المنسق قريباً.')
    await resident.reads('لم يفتح أحد هذه البطاقة بعد.')
    const coordinator = await journey.colleague('Sofie De Wilde')
    await openFromSearch(coordinator, name, name)
    await coordinator.reads('أريد أن أتعلم الهولندية')

    await openMyCard(resident, code)
    await resident.reads(/المنسق.*Gemeente Netegem/)
    await resident.follows('اسحب موافقتي')
    await arrivesFromRight(resident, 'هل تريد سحب موافقتك؟')
    await resident.presses('نعم، اسحب موافقتي')
    await arrivesFromRight(resident, 'بطاقتي')
    await resident.reads('سحبت موافقتك. لن نشارك أي شيء بعد الآن.')
    await coordinator.page.reload()
    await coordinator.doesNotRead('أريد أن أتعلم الهولندية')
  },
)

async function openMyCard(resident: Person, code: string): Promise<void> {
  await resident.opens('/in/netegem/my-card')
  if ((await resident.page.getByRole('textbox', { name: 'ما رمز بطاقتك؟' }).count()) > 0) {
    await arrivesFromRight(resident, 'ما رمز بطاقتك؟')
    await resident.writes('ما رمز بطاقتك؟', code)
    await resident.presses('أظهر بطاقتي')
  }
  await arrivesFromRight(resident, 'بطاقتي')
}

async function arrivesFromRight(resident: Person, heading: string): Promise<void> {
  await resident.arrivesAt(heading)
  const root = resident.page.locator('html')
  expect([await root.getAttribute('lang'), await root.getAttribute('dir')]).toEqual(['ar', 'rtl'])
}

/** The direction in which these signs stand, as the browser lays them out. */
const directionOf = (resident: Person, text: string): Promise<string> =>
  resident.page
    .getByText(text, { exact: true })
    .last()
    .evaluate((place) => getComputedStyle(place).direction)
