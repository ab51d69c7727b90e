import type { Calculation } from '../../../../platform/threads/index.ts'
import type { RawFigure } from '../raw-figure.ts'
import { rowsOfMore, toldFrom } from '../told/kept-told.ts'
import { doneAtOnce } from './family-protection.ts'
import { tablesIn } from './laid-out.ts'
import { protectionOf, toldWith } from './protection.ts'

/** Figures of one file, beside all that was ever told of them and what is hidden of the newest. */
export type FigureFile = {
  readonly figures: readonly RawFigure[]
  /** As `toldFrom` reads it. */
  readonly told: string
  readonly hidden: ReadonlySet<string>
}

/** What of a file is hidden, the newest among it, and what is told beyond what was once it is looked at, as rows to keep. */
export const fileProtection: Calculation<FigureFile, Pick<FigureFile, 'told' | 'hidden'>> = {
  name: 'protect-file',
  source: new URL('protect-file.thread.ts', import.meta.url),
  work: protectionOfFile,
  isShort: ({ figures }) => figures.length < doneAtOnce,
}

/** As `fileProtection`, here and now. */
export function protectionOfFile({ figures, told: rows, hidden: hiddenToday }: FigureFile) {
  const told = toldFrom(rows)
  const answer = protectionOf({ figures, divisions: [], peopleIn: () => undefined, told })
  const hidden = new Set([...hiddenToday, ...answer.hidden])
  return { hidden, told: rowsOfMore(told, toldWith(told, tablesIn({ figures, divisions: [] }), hidden)) }
}
