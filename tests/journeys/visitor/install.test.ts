import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import { loseNetwork, preparePhone, restart, unlock } from '../support/visit-phone.ts'

const journey = journeyInNetegem()

test('the app can be put among the others on a phone, with its own icon', async () => {
  const rita = await journey.colleague('Rita Goossens', { screen: 'phone' })
  await preparePhone(rita)
  const browser = await rita.page.context().newCDPSession(rita.page)
  expect(await browser.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] })
  const { data = '', errors } = await browser.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const manifest = JSON.parse(data) as { lang: string; icons: readonly { src: string; sizes: string }[] }
  expect(manifest.lang).toBe('nl')
  for (const { src, sizes } of manifest.icons.filter(({ sizes }) => sizes !== 'any')) {
    const width = await rita.page.evaluate(async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      return image.naturalWidth
    }, src)
    expect(`${width}x${width}`).toBe(sizes)
  }
})

test('a locked phone without network wears the colours of its municipality and says whom to call', async () => {
  const karim = await journey.colleague('Karim El Amrani', { screen: 'phone' })
  await preparePhone(karim)
  await expect.poll(() => colourOf(karim)).not.toBe('')
  const colour = await colourOf(karim)
  await loseNetwork(karim)
  const locked = await restart(karim, journey.server)
  expect(await colourOf(locked)).toBe(colour)
  await locked.reads('Netegem')
  await locked.reads('Telefoon van de gemeente')
  await locked.reads('Bel 112')
  expect(await locked.page.getByText('Karim').count()).toBe(0)

  // Whoever wants to see the long phrase on the small keyboard may.
  await locked.writes('Uw zin', 'kastanje wandelt')
  await locked.picks('Toon wat ik typ')
  const phrase = locked.page.getByLabel('Uw zin', { exact: true })
  expect([await phrase.getAttribute('type'), await phrase.inputValue()]).toEqual(['text', 'kastanje wandelt'])
  await unlock(locked)
})

const colourOf = ({ page }: Awaited<ReturnType<typeof restart>>): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--house-primary').trim())
