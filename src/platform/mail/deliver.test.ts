import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { deliveryFor } from './deliver.ts'

const mail = { to: 'nele@netegem.example', subject: 'Er is een bericht voor u', text: 'Meld u aan om het te lezen.' }

test('with a mail server, mail goes out by SMTP', async () => {
  const received: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      let text = ''
      stream.on('data', (chunk) => {
        text += chunk
      })
      stream.on('end', () => {
        received.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  await deliveryFor({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'Meernet <meernet@netegem.example>',
    varFolder: '/nowhere',
  })('m1', mail)
  await new Promise<void>((resolve) => server.close(resolve))
  const [letter] = await Promise.all(received.map((text) => PostalMime.parse(text)))
  expect(letter?.subject).toBe(mail.subject)
  expect(letter?.to?.[0]?.address).toBe(mail.to)
})

test('without one, mail is a file that only its owner reads and any mail program opens', async () => {
  const varFolder = mkdtempSync(join(tmpdir(), 'meernet-mail-'))
  await deliveryFor({ smtpUrl: undefined, mailFrom: 'Meernet <meernet@localhost>', varFolder })('m2', mail)
  const folder = join(varFolder, 'outbox')
  expect(readdirSync(folder)).toEqual(['m2.eml'])
  expect(statSync(join(folder, 'm2.eml')).mode & 0o777).toBe(0o600)
  const letter = await PostalMime.parse(readFileSync(join(folder, 'm2.eml')))
  expect(letter.text?.trim()).toBe(mail.text)
})

test('a mail server that does not answer is an error, so that the mail is tried again', async () => {
  const deliver = deliveryFor({
    smtpUrl: 'smtp://127.0.0.1:1',
    mailFrom: 'Meernet <meernet@localhost>',
    varFolder: '/nowhere',
  })
  await expect(deliver('m3', mail)).rejects.toThrow(/ECONNREFUSED/)
})
