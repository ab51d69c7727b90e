import type { FormValues } from '../../../platform/http/index.ts'
import type { SentFile } from '../../../platform/sent-files/index.ts'
import type { TablePreview } from '../../../registers/published-figures/index.ts'
import type { HowToRead } from './read-figures-file.ts'

/** What is known of a sent file of figures. `tables` when somebody has to say what they hold; `typed` is what was said last. */
export type AskedOfFigures = HowToRead & {
  readonly tables?: readonly TablePreview[] | undefined
  readonly typed?: FormValues | undefined
}
export type SentFiguresFile = SentFile<AskedOfFigures>

/** Where somebody says what its columns hold. */
export const explainingPath = (id: string): string => `/analysis/figures/unknown/${id}`

/** Whether the next step is to say what its columns hold. */
export const isToBeExplained = ({ state, asked }: SentFiguresFile): boolean =>
  asked.tables !== undefined && (state === 'unknown' || state === 'refused')
