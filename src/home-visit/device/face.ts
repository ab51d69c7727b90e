import type { RoundsAnswer } from '../../functions/detection/contract.ts'
import type { Face, PhoneDatabase } from './phone-database.ts'

const place = 'municipality'
const worn = new CSSStyleSheet()

/** The face kept on this phone, put on; undefined on a phone that was never used. */
export async function wearKeptFace(db: PhoneDatabase): Promise<Face | undefined> {
  const face = await db.get('face', place)
  if (face) wear(face.sheet)
  return face
}

/** Fetches the house style of the municipality, keeps it for when there is no network, and puts it on. */
export async function keepFace(
  db: PhoneDatabase,
  { name, phone, jurisdiction, slug }: RoundsAnswer['municipality'],
): Promise<void> {
  const answer = await fetch(`/in/${slug}/house-style.css`).catch(() => undefined)
  if (!answer?.ok) return
  const sheet = await answer.text()
  await db.put('face', { name, phone, jurisdiction, sheet }, place)
  wear(sheet)
}

/** NOTE: a sheet made by script is what the content security policy allows besides files. */
function wear(sheet: string): void {
  worn.replaceSync(sheet)
  if (!document.adoptedStyleSheets.includes(worn)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, worn]
}
