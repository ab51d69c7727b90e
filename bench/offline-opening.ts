import { launchBrowser } from '../tests/support/browser.ts'
import type { Figure } from './figure.ts'

/** Time from opening /visits with the network off to something one can press, on a processor slowed four times; median of 5. */
export async function measureOfflineOpening(address: string): Promise<readonly Figure[]> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${address}/visits`)
    await page.evaluate(() => navigator.serviceWorker.ready)
    const slow = await context.newCDPSession(page)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await context.setOffline(true)
    const times: number[] = []
    for (let run = 0; run < 5; run += 1) {
      await page.goto('about:blank')
      const start = performance.now()
      await page.goto(`${address}/visits`, { waitUntil: 'commit' })
      await page.getByRole('button').or(page.getByRole('link')).first().waitFor()
      times.push((performance.now() - start) / 1000)
    }
    times.sort((a, b) => a - b)
    return [
      {
        what: 'home-visit app opens offline, processor slowed 4×',
        measured: times[2] ?? Number.NaN,
        budget: 1.5,
        unit: 's',
      },
    ]
  } finally {
    await browser.close()
  }
}
