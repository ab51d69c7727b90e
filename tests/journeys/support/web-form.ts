import type { Person } from './person.ts'

/** Nobody answers all questions within three seconds; what does is taken for a program. */
export async function sendUnhurried(resident: Person, button: string): Promise<void> {
  await resident.page.waitForTimeout(3000)
  await resident.presses(button)
}

/** The code that the sender of a card keeps. */
export async function codeOnReceipt(resident: Person): Promise<string> {
  const [code] =
    ((await resident.page.getByRole('main').textContent()) ?? '').match(/[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}/) ?? []
  if (!code) throw new Error('no code on the receipt')
  return code
}
