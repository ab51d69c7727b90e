import { FileField, type FileFieldProps, Sending } from '../../../ui/index.ts'
import type { Texts } from '../../messages/index.ts'
import { fileError } from '../file-error.ts'
import type { SentFileSettings } from '../sent-file.ts'
import { megabytes } from './megabytes.ts'

type Props = Omit<FileFieldProps, 'name' | 'hint'> & {
  readonly t: Texts
  readonly settings: SentFileSettings
  /** What kinds of file it takes; how large one may be is said behind it. */
  readonly hint: string
  /** The command that brings in what is too large for the page. */
  readonly command: string
}

/** A field `file` that takes large files: it says how large, and shows how much has left. */
export function LargeFileField({ t, settings, hint, command, ...field }: Props) {
  const { largestBytes } = settings
  const tooLarge = fileError(t, 'tooLarge', settings, command)
  return (
    <>
      <FileField
        {...field}
        name="file"
        hint={`${hint} ${t('sentFiles.largest', { size: megabytes(t, largestBytes) })}`}
      />
      <Sending
        text={t('sentFiles.sending')}
        stopText={t('sentFiles.sendingStop')}
        largestBytes={largestBytes}
        tooLargeText={t(tooLarge.key, tooLarge.values)}
      />
    </>
  )
}
