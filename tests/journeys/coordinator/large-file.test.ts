import { test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()

const header = 'CD_YEAR|CD_MUNTY_REFNIS|CD_SECTOR|MS_NBR_NON_ZERO_INC|MS_MEDIAN_NET_TAXABLE_INC|TX_SECTOR_DESCR_NL'
const own = ['2022|99999|99999A00-|620|29100|CENTRUM', '2022|99999|99999A01-|9|C|HEIDE']

/** A file of three megabytes: one's own sectors among those of others, with long names. */
function largeFile(name: string, lines: readonly string[]) {
  const others = Array.from({ length: 13_000 }, (_, at) => {
    const letter = String.fromCharCode(65 + (Math.floor(at / 100) % 26))
    const sector = `${11_001 + Math.floor(at / 2600)}${letter}${String(at % 100).padStart(2, '0')}-`
    return `2022|${sector.slice(0, 5)}|${sector}|700|31000|${'LANGE NAAM '.repeat(18)}`
  })
  return { name, mimeType: 'text/plain', buffer: Buffer.from([header, ...own, ...lines, ...others, ''].join('\n')) }
}

async function sends(sofie: Person, file: ReturnType<typeof largeFile>): Promise<void> {
  await sofie.opens('/analysis/figures/new')
  await sofie.arrivesAt('Cijfers toevoegen')
  await sofie.reads(/Ten hoogste 250 MB/)
  await sofie.page.getByLabel('Bestand').setInputFiles(file)
  await sofie.presses('Bekijken wat erin staat')
}

test('a coordinator sends a large file, sees it leave, and is brought to what is in it', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'on' })
  await sends(sofie, largeFile('TF_PSNL_INC_TAX_SECTOR.txt', []))
  await sofie.arrivesAt('Bekijken wat erin staat')
  await sofie.reads(/13\.002 rijen gelezen/)
  await sofie.presses('Niet bewaren')
  await sofie.arrivesAt('Cijfers over de buurten')
})

test('without script she looks again, says what a sign means, and keeps the file that she sent once', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off', screen: 'phone' })
  await sends(sofie, largeFile('TF_PSNL_INC_TAX_SECTOR.txt', ['2022|99999|99999A02-|ND|1|DORP']))
  await untilHeading(sofie, 'Zo kunnen we dit bestand niet bewaren')
  await sofie.arrivesAt('Zo kunnen we dit bestand niet bewaren')
  await sofie.reads('MS_NBR_NON_ZERO_INC')

  await sofie.follows('Cijfers over de buurten')
  await sofie.arrivesAt('Cijfers over de buurten')
  await sofie.reads('niet aanvaard')
  await sofie.follows('TF_PSNL_INC_TAX_SECTOR.txt')
  await sofie.writes('Tekens in plaats van een cijfer', 'ND=unknown')
  await sofie.presses('Lees het opnieuw')
  await untilHeading(sofie, 'Bekijken wat erin staat')
  await sofie.reads('1 onbekend')
  await sofie.presses('Bewaren')
  await sofie.reads('De cijfers zijn bewaard.')
})

/** Follows "look again" until the reading in the background has come to an end. */
async function untilHeading({ page, follows }: Person, heading: string): Promise<void> {
  for (let looks = 0; looks < 60; looks += 1) {
    if (await page.getByRole('heading', { level: 1, name: heading }).isVisible()) return
    await page.waitForTimeout(250)
    if (await page.getByRole('link', { name: 'Kijk opnieuw' }).isVisible()) await follows('Kijk opnieuw')
  }
}
