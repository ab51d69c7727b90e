import type { Tx } from '../../../../platform/database/transact.ts'
import type { Contents } from '../contents/contents.ts'
import { meetingsOf, prioritiesOf, textsOf } from '../part-store.ts'
import type { Report } from '../report.ts'
import { contentsOf } from '../report-store.ts'
import type { Told } from './passages.ts'

type ToldReport = Told & { readonly report: Report; readonly contents: Contents | undefined }

/** All that a report says in the words of who made it. */
export async function toldIn(tx: Tx, report: Report): Promise<ToldReport> {
  return {
    report,
    texts: await textsOf(tx, report.id),
    contents: await contentsOf(tx, report.id),
    priorities: await prioritiesOf(tx, report.id),
    meetings: await meetingsOf(tx, report.id),
  }
}
