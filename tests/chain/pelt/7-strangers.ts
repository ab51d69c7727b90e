import { expect, test } from 'vitest'
import { meernet } from '../../support/command-line.ts'
import { crawl } from '../../support/crawl.ts'
import { linkMailedTo, personIn } from '../../support/person.ts'
import { noted, type Story } from './story.ts'

/** What happened stays whole in the log, and Zedelgem sees nothing of Pelt. */
export function nothingLeaks(story: () => Story): void {
  test('the log of everything that happened is whole', async () => {
    const { administrator } = story().people
    await story().laterOn('2027-05-19T07:00:00Z', 'administrator')
    const integrity = await administrator.open('/integrity')
    const [, lines = '0'] = /De ketting is heel: ([\d.]+) regels/.exec(integrity.text) ?? []
    expect(Number(lines.replace('.', ''))).toBeGreaterThan(100)
  })

  test('a social worker of the OCMW of Pelt, who is not in the case, sees nothing of it', async () => {
    const { socialWorker } = story().people
    await story().laterOn('2027-05-19T07:10:00Z', 'socialWorker')
    for (const what of ['case', 'handover'])
      expect((await socialWorker.browser.get(noted(story(), what))).status).toBe(404)
    const { pages } = await crawl(socialWorker.browser, ['/today'], 60)
    expect(pages.size).toBeGreaterThan(5)
    expect([...pages.values()].join(' ')).not.toContain('Bensalem')
  })

  test('a coordinator of Zedelgem finds nothing of Pelt, neither by looking around nor by the exact address', async () => {
    const { world } = story()
    const email = 'coordinatie@zedelgem.example'
    const secrecy = ['--secrecy', 'professionalSecrecy', '--proof', 'aanstelling', '--review-on', '2028-01-01']
    await meernet(world, 'invite', '--municipality', '31040', '--role', 'coordinator', '--email', email, ...secrecy)
    const stranger = personIn(world)
    await stranger.open(await linkMailedTo(world, email))
    await stranger.send('Neem de uitnodiging aan', { Naam: 'Lut Desmet' })

    for (const what of ['case', 'campaign', 'handover'])
      expect((await stranger.browser.get(noted(story(), what))).status, what).toBe(404)
    expect((await stranger.browser.get(`/inbox/${noted(story(), 'card from the door')}`)).status).toBe(404)

    const { pages } = await crawl(stranger.browser, ['/today'], 60)
    expect(pages.size).toBeGreaterThan(15)
    const read = [...pages.values()].join(' ')
    expect(read).toContain('Zedelgem')
    for (const word of ['Bensalem', 'Klaproosstraat', 'Boseind', 'Pelt']) expect(read).not.toContain(word)
  })
}
