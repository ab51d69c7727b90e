import type { Tx } from '../../../../platform/database/transact.ts'
import { reportById } from '../report-store.ts'
import { demoTranslations } from './demo-translations.ts'
import { passagesOf } from './passages.ts'
import { toldIn } from './told-report.ts'
import { noteWriting, savePassages } from './translation-store.ts'

/** Gives a report of the demo what its translators wrote; of a text that changed since, the translation is older. */
export async function demoTranslationsOf(
  tx: Tx,
  reportId: string,
  by: string,
  changed: { readonly before: string; readonly now: string } | undefined = undefined,
): Promise<void> {
  const report = await reportById(tx, reportId)
  if (!report) return
  const passages = passagesOf(await toldIn(tx, report))
  for (const [language, translated] of Object.entries(demoTranslations)) {
    const changes = passages.flatMap(({ key, source }) => {
      const from = source === changed?.now ? changed.before : source
      const text = translated[from]
      return text === undefined ? [] : [{ key, translated: { text, from } }]
    })
    const place = { reportId, language, version: 0 }
    await noteWriting(tx, place, by)
    await savePassages(tx, place, changes, false)
  }
}
