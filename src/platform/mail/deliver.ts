import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import type { Mail } from './compose.ts'

/** Brings a mail out of the house; throws when it could not, and is then tried again later. */
export type Deliver = (id: string, mail: Mail) => Promise<void>

/** By SMTP when there is a server, else as a file `<varFolder>/outbox/<id>.eml` that any mail program opens. */
export function deliveryFor(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'varFolder'>): Deliver {
  const { smtpUrl, mailFrom, varFolder } = config
  if (smtpUrl) {
    const smtp = once(() => smtpOver(smtpUrl, 30_000))
    return async (id, mail) =>
      void (await (await smtp()).sendMail({ ...mail, from: mailFrom, messageId: `<${id}@meernet>` }))
  }
  const folder = join(varFolder, 'outbox')
  const composer = once(async () =>
    (await nodemailer()).createTransport({ streamTransport: true, buffer: true, newline: 'unix' }),
  )
  return async (id, mail) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { message } = await (await composer()).sendMail({ ...mail, from: mailFrom, messageId: `<${id}@meernet>` })
    await writeFile(join(folder, `${id}.eml`), message, { mode: 0o600 })
  }
}

/** NOTE loaded with the first mail: it takes eight megabytes of memory, and most processes send none for hours. */
const nodemailer = async () => (await import('nodemailer')).default

/** Makes it at the first asking and keeps it; what could not be made is tried again at the next. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

/**
 * Mail by SMTP to the server of `url`; a server that keeps silent is given up after `patienceMs`.
 * NOTE the second argument of createTransport holds defaults of messages: times set there do nothing.
 */
export async function smtpOver(url: string, patienceMs: number) {
  return (await nodemailer()).createTransport({
    url,
    connectionTimeout: Math.min(10_000, patienceMs),
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  } as object)
}
