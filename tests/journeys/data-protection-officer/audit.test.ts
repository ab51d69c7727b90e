import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('the data protection officer sees who looked at what, and that no line is missing', async () => {
  const sofie = await journey.colleague('Sofie De Wilde')
  await sofie.opens('/inbox')
  const tom = await journey.colleague('Tom Hendrickx', { script: 'off' })
  await tom.follows('Logboek')
  await tom.arrivesAt('Logboek')
  await tom.reads(/Sofie De Wilde, coördinator/)
  await tom.follows('Steekproef van vorige maand')
  await tom.arrivesAt('Steekproef van vorige maand')
  await tom.opens('/integrity')
  await tom.arrivesAt('Volledigheid van het logboek')
  await tom.reads(/De ketting is heel: \d+ regels? nagerekend\./)
})

test('the register says of every table why it is there and how long it stays', async () => {
  const tom = await journey.colleague('Tom Hendrickx', { screen: 'phone', script: 'off' })
  await tom.opens('/register')
  await tom.arrivesAt('Register van gegevens')
  await tom.reads('detection.card')
  await tom.opens('/admin/access-list')
  await tom.arrivesAt('Wie ziet wat')
  const link = tom.page.getByRole('link', { name: 'Download als CSV' })
  await tom.opens('/register')
  const [file] = await Promise.all([tom.page.waitForEvent('download'), link.click()])
  expect(file.suggestedFilename()).toMatch(/\.csv$/)
})

test('a line that somebody removed breaks the chain, and the officer is told from where', async () => {
  const { owner } = journey.server.world.database
  const lines = await owner.selectFrom('audit.line').select('sequence').orderBy('sequence').limit(4).execute()
  const removed = lines[2]?.sequence ?? 0
  const remove = () => owner.deleteFrom('audit.line').where('sequence', '=', removed).execute()
  await expect(remove()).rejects.toThrow(/kept for good/)
  // Who holds the keys of the database can force it; then it shows.
  await sql`alter table audit.line disable trigger user`.execute(owner)
  await remove()
  await sql`alter table audit.line enable trigger user`.execute(owner)
  const tom = await journey.colleague('Tom Hendrickx', { light: 'night' })
  await tom.opens('/integrity')
  await tom.arrivesAt('Volledigheid van het logboek')
  await tom.reads('De ketting is gebroken')
  await tom.reads(/Vanaf regel \d+ klopt het niet meer\./)
})
