import type { FormError } from '../http/index.ts'
import type { Texts } from '../messages/index.ts'
import type { NotKeptForReading } from './keep-for-reading.ts'
import type { ReceivedFile } from './receive-form.ts'
import type { SentFileSettings } from './sent-file.ts'
import { megabytes } from './views/megabytes.ts'

type Trouble = NotKeptForReading | Exclude<ReceivedFile['kind'], 'received' | 'none'>

/** What to say in the field `file` of a file that did not come in; `command` brings in what is too large for the page. */
export const fileError = (
  t: Texts,
  trouble: Trouble,
  { largestBytes }: SentFileSettings,
  command: string,
): FormError => ({
  field: 'file',
  key: `sentFiles.error.${trouble}`,
  values: { size: megabytes(t, largestBytes), command },
})
