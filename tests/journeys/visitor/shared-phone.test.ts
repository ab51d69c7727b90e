import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import { type Person, personOn } from '../support/person.ts'
import { findNetwork, loseNetwork, nextDoor, phrase, preparePhone } from '../support/visit-phone.ts'

const journey = journeyInNetegem()
const phraseOfKarim = 'lantaarn zingt dinsdag'
const began = new Date()
/** Whoever has the phone in hand. */
let holder: Person

test('a visitor whose phone is shared gives the notebook a name, and nobody begins another in her name', async () => {
  holder = await journey.colleague('Rita Goossens', { screen: 'phone' })
  await preparePhone(holder)
  await holder.follows('Instellingen')
  await holder.arrivesAt('Instellingen')
  await holder.writes('Naam van uw schriftje', 'Rita')
  await holder.presses('Naam bewaren')
  await holder.reads('Bewaard.')
  await holder.presses('Nu op slot doen')
  await holder.arrivesAt('Uw zin, alstublieft')
  await holder.presses('Iemand anders gebruikt deze telefoon')
  await holder.arrivesAt('Wiens schriftje?')
  await holder.presses('Nieuw schriftje')
  await holder.arrivesAt('Nieuw schriftje')
  // Rita is still signed in: nobody begins a notebook in her name.
  await holder.reads('Er is nog iemand aangemeld die op deze telefoon al een schriftje heeft.')
  await holder.presses('Die persoon afmelden en zelf aanmelden')
  await karimSignsIn()
})

test('P22 who signs in on a shared phone and makes no notebook leaves no session to the next', async () => {
  const isGone = () => expect.poll(() => sessionsOf('Karim El Amrani')).toBe(0)
  await holder.presses('Terug')
  await holder.arrivesAt('Uw zin, alstublieft')
  await isGone()
  await holder.page.clock.install()
  await karimBegins()
  await holder.page.clock.runFor(125_000)
  await holder.arrivesAt('Uw zin, alstublieft')
  await isGone()
  await karimBegins()
  await holder.opens('/visits')
  await isGone()
})

test('a second visitor begins a notebook beside the first, under a name of its own', async () => {
  await holder.arrivesAt('Uw zin, alstublieft')
  await karimBegins()
  await holder.writes('Naam van uw schriftje', 'rita')
  await holder.writes('Uw zin', phraseOfKarim)
  await holder.writes('Nog eens dezelfde zin', phraseOfKarim)
  await holder.presses('Zin bewaren en beginnen')
  await holder.reads('Er is al een schriftje met die naam.')
  await holder.writes('Naam van uw schriftje', 'Karim')
  await holder.presses('Zin bewaren en beginnen')
  await holder.arrivesAt('Uw ronde van vandaag')
})

test('without a network each writes in their own notebook, and sees nothing of the other', async () => {
  await loseNetwork(holder)
  await note('Zingt in het koor.')
  await putAway()
  // The locked phone says whose notebooks there are, and nothing of any round.
  await holder.doesNotRead(/laan|straat|Molenwijk/)
  await take('Rita', phraseOfKarim)
  await holder.reads('Dat was een andere zin')
  await take('Rita', phrase)
  await holder.arrivesAt('Uw ronde van vandaag')
  await holder.doesNotRead('koor')
  await note('Bakt elke week wafels.')
  await holder.reads('Nog te verzenden: 2')
  expect(await readableOnPhone()).not.toMatch(/koor|wafels|laan|straat/)
})

test('what each wrote is sent in their own session, after the other put the phone away', async () => {
  await putAway()
  await findNetwork(holder)
  for (const [name, words] of [
    ['Rita', phrase],
    ['Karim', phraseOfKarim],
  ] as const) {
    await take(name, words)
    await holder.arrivesAt('Uw ronde van vandaag')
    await holder.reads('Meld u opnieuw aan om te verzenden.')
    await holder.follows('Aanmelden')
    await holder.presses(new RegExp(name))
    await holder.arrivesAt('Wiens schriftje?')
    await take(name, words)
    await holder.reads('Alles verzonden')
    await putAway()
  }
  const visits = await journey.server.world.database.owner
    .selectFrom('detection.visit as v')
    .innerJoin('identity.account as a', 'a.id', 'v.visitor_id')
    .select('a.name')
    .where('v.visited_at', '>=', began)
    .execute()
  expect(visits.map(({ name }) => name).toSorted()).toEqual(['Karim El Amrani', 'Rita Goossens'])
})

test('P22 an app that is killed while it is open leaves no session to whoever starts it next', async () => {
  await take('Rita', phrase)
  await holder.reads('Meld u opnieuw aan om te verzenden.')
  await holder.follows('Aanmelden')
  await holder.presses(/Rita/)
  await holder.arrivesAt('Wiens schriftje?')
  await take('Rita', phrase)
  await holder.reads('Alles verzonden')
  expect(await sessionsOf('Rita Goossens')).toBe(1)
  const context = holder.page.context()
  await holder.page.close({ runBeforeUnload: false })
  holder = personOn(await context.newPage(), journey.server.url)
  await holder.opens('/visits')
  await holder.arrivesAt('Wiens schriftje?')
  await expect.poll(() => sessionsOf('Rita Goossens')).toBe(0)
  await take('Karim', phraseOfKarim)
  await holder.reads('Meld u opnieuw aan om te verzenden.')
  await putAway()
})

test('a shared phone that nobody touches for two minutes closes, also when the app is in sight', async () => {
  await take('Rita', phrase)
  await holder.arrivesAt('Uw ronde van vandaag')
  await holder.page.clock.runFor(100_000)
  await holder.follows('Kaartjes')
  await holder.arrivesAt('Mijn kaartjes')
  await holder.page.clock.runFor(100_000)
  await holder.arrivesAt('Mijn kaartjes')
  await holder.page.clock.runFor(25_000)
  await holder.arrivesAt('Wiens schriftje?')
})

test('erasing the notebook of one from afar leaves the other, and the phone says in plain words what went', async () => {
  await loseNetwork(holder)
  await take('Karim', phraseOfKarim)
  await note('Krijgt graag bezoek.')
  await putAway()
  const fatima = await journey.colleague('Fatima Yildiz', { script: 'off' })
  await fatima.opens('/admin/memberships')
  await fatima.follows('Karim El Amrani')
  await fatima.follows('Toestellen en afmelden')
  await fatima.reads('Gedeelde telefoon: wissen raakt alleen dit schriftje')
  await fatima.presses(/^Wis deze telefoon/)
  await fatima.reads('Wist zich bij het volgende contact')

  await findNetwork(holder)
  await holder.arrivesAt('Een schriftje op deze telefoon is gewist')
  await holder.reads('Karim')
  await holder.reads('Nog niet verzonden: 1. Dat is verloren.')
  await holder.reads('De coördinator weet hoeveel het is, niet wat erin stond.')
  await holder.reads('Telefoon van de gemeente')
  await holder.presses('Gelezen')
  await unlock(phrase)
  await holder.arrivesAt('Uw ronde van vandaag')
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.opens('/refused-acts')
  await sofie.reads('1 handeling was niet verzonden')
})

test('signing out leaves nothing of that visitor on the phone', async () => {
  await holder.follows('Instellingen')
  await holder.presses('Afmelden en wissen')
  await holder.page.getByRole('button', { name: 'Afmelden en wissen' }).click()
  await holder.page.waitForURL(/sign-in/)
  expect(await readableOnPhone()).toBe('{"databases":[],"kept":[]}')
})

async function karimSignsIn(): Promise<void> {
  await holder.presses(/Karim El Amrani/)
  await holder.arrivesAt('Nieuw schriftje')
  await holder.reads('U bent aangemeld als Karim El Amrani.')
}

async function karimBegins(): Promise<void> {
  await holder.presses('Iemand anders gebruikt deze telefoon')
  await holder.arrivesAt('Wiens schriftje?')
  await holder.presses('Nieuw schriftje')
  await holder.arrivesAt('Nieuw schriftje')
  await holder.follows('Aanmelden')
  await karimSignsIn()
}

/** Everything on this phone that can be read without a phrase, and which keys of storage are used. */
const readableOnPhone = () =>
  holder.page.evaluate(async () => {
    const read = (request: IDBRequest) =>
      new Promise<unknown>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
    const decoder = new TextDecoder('latin1')
    const plain = (_key: string, value: unknown) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? decoder.decode(value) : value
    const databases = []
    for (const { name } of await indexedDB.databases()) {
      const db = (await read(indexedDB.open(name ?? ''))) as IDBDatabase
      for (const store of db.objectStoreNames) {
        if (store !== 'face') databases.push(await read(db.transaction(store).objectStore(store).getAll()))
      }
      db.close()
    }
    return JSON.stringify({ databases, kept: Object.keys(localStorage) }, plain)
  })

async function sessionsOf(name: string): Promise<number> {
  const sessions = await journey.server.world.database.owner
    .selectFrom('identity.session as s')
    .innerJoin('identity.account as a', 'a.id', 's.account_id')
    .select('s.id')
    .where('a.name', '=', name)
    .execute()
  return sessions.length
}

async function note(sentence: string): Promise<void> {
  const leave = holder.page.getByRole('button', { name: 'Ik vertrek' })
  if (await leave.isVisible()) await leave.click()
  await nextDoor(holder)
  await holder.picks('Een fijn gesprek')
  await holder.writes('Eén zin over het bezoek', sentence)
  await holder.presses('Bewaren')
  await holder.arrivesAt('Uw ronde van vandaag')
}

async function putAway(): Promise<void> {
  await holder.follows('Instellingen')
  await holder.presses('Nu op slot doen')
  await holder.arrivesAt('Wiens schriftje?')
}

async function take(name: string, words: string): Promise<void> {
  const chosen = holder.page.getByRole('button', { name, exact: true })
  if (await chosen.isVisible()) await chosen.click()
  await unlock(words)
}

async function unlock(words: string): Promise<void> {
  await holder.writes('Uw zin', words)
  await holder.presses('Openen')
}
