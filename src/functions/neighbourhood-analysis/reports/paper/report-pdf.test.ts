import { expect, test } from 'vitest'
import { shownReport } from '../../../../../tests/support/shown-report.ts'
import { catalogue, residentLanguages, textsIn } from '../../../../platform/messages/index.ts'
import { reportPdf } from './report-pdf.ts'

const now = new Date('2026-11-23T08:00:00Z')
const municipality = {
  ...{
    id: 'x',
    slug: 'testgem',
    nisCode: '99001',
    name: 'Testgem',
    jurisdiction: 'flanders' as const,
    languages: residentLanguages,
  },
  contact: { name: 'Sociaal Huis', phone: '011 00 00 00', address: 'Markt 1', hours: '' },
}

test('what is not translated is tagged with the language it is in, and what is translated is not', async () => {
  const t = textsIn(catalogue, 'ar', now)
  const address = 'https://example.org/in/testgem/analysis/1'
  const printed = async (words: ReadonlyMap<string, string>) => {
    const toRead = { ...shownReport(), translated: { language: 'ar', words, addedOn: null } }
    const pdf = await reportPdf({ t, toRead, municipality, address })
    return pdf.toString('latin1').match(/\/Lang \(nl\)/g)?.length ?? 0
  }
  const none = await printed(new Map())
  expect(none).toBeGreaterThan(4)
  expect(await printed(new Map([['summary', 'تحبون السكن هنا.']]))).toBe(none - 2)
})

test.each(residentLanguages)(
  'the report is a tagged PDF on A4 with language, title, outline and figures in words (%s)',
  async (language) => {
    const t = textsIn(catalogue, language, now)
    const address = 'https://example.org/in/testgem/analysis/1'
    const pdf = (await reportPdf({ t, toRead: shownReport(), municipality, address })).toString('latin1')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toContain(`/Lang (${language})`)
    expect(pdf).toMatch(/\/MarkInfo/)
    expect(pdf).toMatch(/\/StructTreeRoot/)
    expect(pdf).toMatch(/\/Outlines/)
    expect(pdf).toMatch(/\/S \/Figure/)
    expect(pdf).toMatch(/\/S \/TH/)
    expect(pdf.match(/MediaBox \[0 0 595/g)?.length).toBeGreaterThan(1)
  },
)
