import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

/** A mail that would have left, as its reader would see it. */
export type OutboxMail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string }

/** The newest mails in `folder`, newest first: their names are UUIDv7, so they sort by time. */
export async function newestMails(folder: string, count = 30): Promise<readonly OutboxMail[]> {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  const newest = files.sort().reverse().slice(0, count)
  return Promise.all(newest.map((name) => readMail(folder, name)))
}

async function readMail(folder: string, name: string): Promise<OutboxMail> {
  const { to = [], subject = '', text = '' } = await PostalMime.parse(await readFile(join(folder, name)))
  return { id: name.replace(/\.eml$/, ''), to: to.map(({ address }) => address).join(', '), subject, text: text.trim() }
}
