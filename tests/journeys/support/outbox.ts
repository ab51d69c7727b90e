import { expect } from 'vitest'
import { newestMails, type OutboxMail } from '../../../src/platform/identity/demo-sign-in/outbox.ts'
import type { DemoServer } from '../../support/server.ts'

/** Waits for the newest mail to an address whose text has a link, among those that would have left. */
export async function mailTo({ outbox }: DemoServer, address: string): Promise<OutboxMail & { readonly link: string }> {
  const find = async () => (await newestMails(outbox)).find(({ to }) => to === address)
  await expect.poll(find, { message: `a mail to ${address}` }).toBeDefined()
  const mail = await find()
  const [link] = mail?.text.match(/https?:\S+/) ?? []
  if (!mail || !link) throw new Error(`no link in the mail to ${address}`)
  return { ...mail, link }
}
