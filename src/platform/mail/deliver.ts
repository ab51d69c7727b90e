import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type { Config } from '../config/config.ts'
import type { Mail } from './compose.ts'

/** Brings a mail out of the house; throws when it could not, and is then tried again later. */
export type Deliver = (id: string, mail: Mail) => Promise<void>

/** By SMTP when there is a server, else as a file `<varFolder>/outbox/<id>.eml` that any mail program opens. */
export function deliveryFor(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'varFolder'>): Deliver {
  if (config.smtpUrl) {
    const smtp = smtpOver(config.smtpUrl, 30_000)
    return async (id, mail) =>
      void (await smtp.sendMail({ ...mail, from: config.mailFrom, messageId: `<${id}@meernet>` }))
  }
  const folder = join(config.varFolder, 'outbox')
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async (id, mail) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { message } = await composer.sendMail({ ...mail, from: config.mailFrom, messageId: `<${id}@meernet>` })
    await writeFile(join(folder, `${id}.eml`), message, { mode: 0o600 })
  }
}

/**
 * Mail by SMTP to the server of `url`; a server that keeps silent is given up after `patienceMs`.
 * NOTE the second argument of createTransport holds defaults of messages: times set there do nothing.
 */
export function smtpOver(url: string, patienceMs: number) {
  return nodemailer.createTransport({
    url,
    connectionTimeout: Math.min(10_000, patienceMs),
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  } as object)
}
