import { test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

const header = 'CD_YEAR|CD_MUNTY_REFNIS|CD_SECTOR|MS_NBR_NON_ZERO_INC|MS_MEDIAN_NET_TAXABLE_INC|TX_SECTOR_DESCR_NL'
const rows = [
  '2021|99999|99999A00-|618|27420|CENTRUM',
  '2022|99999|99999A00-|620|29100|CENTRUM',
  '2022|99999|99999A01-|9|C|HEIDE',
]
const file = (lines: readonly string[]) => ({
  name: 'TF_PSNL_INC_TAX_SECTOR.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from([header, ...lines, ''].join('\n')),
})

test('a coordinator sends a file of figures, sees what is wrong, what it holds, and where the figures come from', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows('Buurtanalyse')
  await sofie.arrivesAt('Buurtanalyse')
  await sofie.follows('Cijfers over de buurten')
  await sofie.arrivesAt('Cijfers over de buurten')
  await sofie.reads(/Netegem \(verzonnen\)/)
  await sofie.follows('Cijfers toevoegen')
  await sofie.arrivesAt('Cijfers toevoegen')

  await sofie.page.getByLabel('Bestand').setInputFiles(file([...rows, '2022|99999|99999A02-|ND|1|DORP']))
  await sofie.presses('Bekijken wat erin staat')
  await sofie.reads(/Er is niets veranderd/)
  await sofie.reads('MS_NBR_NON_ZERO_INC')
  await sofie.arrivesAt('Cijfers toevoegen')

  await sofie.page.getByLabel('Bestand').setInputFiles(file(rows))
  await sofie.presses('Bekijken wat erin staat')
  await sofie.arrivesAt('Bekijken wat erin staat')
  await sofie.reads('1 verborgen')
  await sofie.presses('Bewaren')
  await sofie.reads('De cijfers zijn bewaard.')
  await sofie.arrivesAt('Belastingaangiften')
  await sofie.chooses('Indicator', 'Mediaan inkomen per aangifte')
  await sofie.presses('Toon')
  await sofie.arrivesAt('Mediaan inkomen per aangifte')
  await sofie.reads('29.100')
  await sofie.reads('verborgen')
  await sofie.reads('CC BY 4.0')
  await sofie.leaves()
})

test('a colleague reads the figures on a phone at night', async () => {
  const sofie = await journey.colleague('Sofie De Wilde', { screen: 'phone', light: 'night' })
  await sofie.opens('/analysis/figures')
  await sofie.arrivesAt('Cijfers over de buurten')
  await sofie.follows(/TF_PSNL_INC_TAX_SECTOR/)
  await sofie.arrivesAt('Belastingaangiften')
  await sofie.reads('Waar deze cijfers vandaan komen')
  await sofie.leaves()
})
