import { expect, test } from 'vitest'
import { meernet } from '../../support/command-line.ts'
import { importPlacesFrom } from '../../support/files/places-files.ts'
import { linkMailedTo } from '../../support/person.ts'
import { addressFile, emailOf, names, neighbourhoodFile, type Part, type Story } from './story.ts'

/** An empty installation gets its places, its administrator and its people. */
export function theInstallationBegins(story: () => Story): void {
  test('Pelt and Zedelgem are loaded from published files', async () => {
    for (const nis of ['72043', '31040']) {
      const loaded = await importPlacesFrom(story().world, nis, neighbourhoodFile, addressFile)
      expect(loaded).toMatchObject({ exitCode: 0, json: { municipality: { nisCode: nis, isNew: true } } })
    }
  })

  test('the administrator is invited from the command line and accepts by the link in the mail', async () => {
    const { world, people } = story()
    const email = emailOf('administrator')
    const invited = await meernet(world, 'invite', '--json', '--municipality', '72043', '--email', email)
    expect(new URL(String(invited.json.link)).pathname).toBe(await linkMailedTo(world, email))
    await people.administrator.open(await linkMailedTo(world, email))
    expect(people.administrator.page.text).toContain('Pelt vraagt u als beheerder')
    const today = await people.administrator.send('Neem de uitnodiging aan', { Naam: names.administrator })
    expect(today.path).toBe('/today')
  })

  test('the administrator gives the municipality its front door, and Arabic besides Dutch', async () => {
    const { administrator } = story().people
    await administrator.open('/admin/municipality')
    await administrator.send('Bewaar', {
      'Ook in': ['Nederlands', 'العربية'],
      'Naam van de dienst': 'Sociaal Huis Pelt',
      Telefoon: '011 00 00 43',
      Openingsuren: 'weekdagen van 9 tot 12 uur',
      'Noodnummer voor bezoekers': '0470 00 00 43',
    })
    expect(administrator.page.text).toContain('Bewaard')
    const home = await administrator.open('/in/pelt?lang=ar')
    expect(home.html).toContain('dir="rtl"')
  })

  test('the administrator makes a zone for a partner and invites everybody with the proof of their secrecy', async () => {
    const { administrator } = story().people
    await administrator.open('/admin/zones')
    await administrator.send('Voeg een partner toe', { 'Naam van de partner': 'CAW Limburg' })
    await invite('coordinator', 'coördinator', 'Gemeente Pelt', 'Beroepsgeheim')
    await invite('visitor', 'bezoeker', 'Gemeente Pelt', 'Discretieplicht')
    await invite('fellowVisitor', 'bezoeker', 'Gemeente Pelt', 'Discretieplicht')
    await invite('socialWorker', 'maatschappelijk werker', 'OCMW Pelt', 'Beroepsgeheim')
    await invite('partner', 'partnercoördinator', 'CAW Limburg', 'Beroepsgeheim')

    async function invite(part: Part, role: string, zone: string, secrecy: string): Promise<void> {
      await administrator.open('/admin/memberships/new')
      await administrator.send('Verstuur de uitnodiging', {
        'E-mailadres': emailOf(part),
        Rol: role,
        Organisatie: zone,
        Geheimhouding: secrecy,
        Bewijs: 'aanstelling van 1 september 2026',
        'Opnieuw nakijken op': '2027-09-01',
      })
    }
  })

  test('everybody who was invited comes in by the own link, once', async () => {
    const { world, people } = story()
    for (const part of ['coordinator', 'visitor', 'fellowVisitor', 'socialWorker', 'partner'] as const) {
      const link = await linkMailedTo(world, emailOf(part))
      await people[part].open(link)
      await people[part].send('Neem de uitnodiging aan', { Naam: names[part] })
      expect(people[part].page.path).toBe('/today')
      expect((await people[part].browser.get(link)).status).toBe(410)
    }
  })
}
