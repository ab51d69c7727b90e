import { FileField, type FileFieldProps, Sending } from '../../../ui/index.ts'
import type { Texts } from '../../messages/index.ts'
import { fileError } from '../file-error.ts'
import type { SentFileSettings } from '../sent-file.ts'
import { megabytes } from './megabytes.ts'

type Sized = { readonly t: Texts; readonly settings: SentFileSettings }
type FieldProps = Omit<FileFieldProps, 'name' | 'hint'> & Sized & { readonly hint: string }

/** A field `file` for large files, which says behind its hint how large one may be. */
export function LargeFileField({ t, settings, hint, ...field }: FieldProps) {
  const largest = t('sentFiles.largest', { size: megabytes(t, settings.largestBytes) })
  return <FileField {...field} name="file" hint={`${hint} ${largest}`} />
}

/** How much of it has left; beside the button that sends it. `command` brings in what is too large for the page. */
export function LargeFileSending({ t, settings, command }: Sized & { readonly command: string }) {
  const { key, values } = fileError(t, 'tooLarge', settings, command)
  return (
    <Sending
      text={t('sentFiles.sending')}
      stopText={t('sentFiles.sendingStop')}
      largestBytes={settings.largestBytes}
      tooLargeText={t(key, values)}
    />
  )
}
