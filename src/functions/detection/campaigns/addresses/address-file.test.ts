import { expect, test } from 'vitest'
import { mostLines, readAddressFile } from './address-file.ts'

const read = (text: string) => readAddressFile(new TextEncoder().encode(text))
const reasonOf = (text: string) => {
  const answer = read(text)
  return answer.kind === 'refused' ? answer.reason : 'read'
}

test('a file of addresses is read with the line of each, whatever the delimiter and the order of its columns', () => {
  const line = { line: 2, street: 'Molenstraat', number: '12', box: '3', postalCode: '3900' }
  expect(read('straat;huisnummer;bus;postcode\nMolenstraat;12;3;3900')).toEqual({ kind: 'read', lines: [line] })
  expect(read('\ufeffcode postal,boîte,numéro,rue\r\n3900,3,12,Molenstraat\r\n')).toEqual({
    kind: 'read',
    lines: [line],
  })
  expect(read('street\tnumber\n"Molenstraat"\t12')).toEqual({
    kind: 'read',
    lines: [{ ...line, box: '', postalCode: '' }],
  })
})

test.each(['naam', 'geboortedatum', 'leeftijd', 'rijksregisternummer', 'reden', 'score'])(
  'P20 a file with a column “%s” beside the address is refused whole',
  (column) => {
    expect(read(`straat;huisnummer;${column}\nMolenstraat;12;x`)).toEqual({
      kind: 'refused',
      reason: 'otherColumns',
      columns: column,
    })
  },
)

test('a file without names of columns is refused, and what stands in it is not said back', () => {
  const answer = read('An Peeters;Molenstraat;12\nJan Janssens;Molenstraat;14')
  expect(answer).toEqual({ kind: 'refused', reason: 'missingColumns' })
})

test('what is no text, no table, empty or too long is refused', () => {
  expect(readAddressFile(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff))).toMatchObject({ reason: 'notText' })
  expect(readAddressFile(Uint8Array.from(Buffer.from('straat;huisnummer\nCaf\xe9straat;1', 'latin1')))).toMatchObject({
    reason: 'notText',
  })
  expect(reasonOf('straat;huisnummer\n"Molenstraat;12')).toBe('notCsv')
  expect(reasonOf('straat;huisnummer\n')).toBe('noLines')
  expect(reasonOf(`straat;huisnummer\n${'Molenstraat;1\n'.repeat(mostLines)}`)).toBe('read')
  expect(reasonOf(`straat;huisnummer\n${'Molenstraat;1\n'.repeat(mostLines + 1)}`)).toBe('tooManyLines')
})
