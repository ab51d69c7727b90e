import type { RoundsAnswer } from '../../functions/detection/contract.ts'
import type { Face, PhoneDatabase } from './phone-database.ts'

const place = 'municipality'
const worn = new CSSStyleSheet()

/**
 * The face kept in these notebooks, put on; undefined when none was in contact yet, or when they are of several municipalities.
 */
export async function wearKeptFace(notebooks: readonly PhoneDatabase[]): Promise<Face | undefined> {
  const [face, ...others] = (await Promise.all(notebooks.map((db) => db.get('face', place)))).flatMap(
    (one) => one ?? [],
  )
  const shown = others.every(({ name }) => name === face?.name) ? face : undefined
  wear(shown?.sheet ?? '')
  return shown
}

/** Fetches the house style of the municipality, keeps it for when there is no network, and puts it on. */
export async function keepFace(
  db: PhoneDatabase,
  { name, phone, jurisdiction, slug }: RoundsAnswer['municipality'],
): Promise<void> {
  const answer = await fetch(`/in/${slug}/house-style.css`).catch(() => undefined)
  if (!answer?.ok) return
  const sheet = await answer.text()
  // A full phone wears it until it is put away.
  await db.put('face', { name, phone, jurisdiction, sheet }, place).catch(() => undefined)
  wear(sheet)
}

/** NOTE: a sheet made by script is what the content security policy allows besides files. */
function wear(sheet: string): void {
  worn.replaceSync(sheet)
  if (!document.adoptedStyleSheets.includes(worn)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, worn]
}
