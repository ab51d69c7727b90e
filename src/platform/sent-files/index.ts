export { fileError } from './file-error.ts'
export { plainName } from './folder.ts'
export { sentFileJobs } from './jobs.ts'
export { keepForExplaining, keepForReading, type NotKeptForReading, readAnew } from './keep-for-reading.ts'
export { withKeptBytes } from './kept-bytes.ts'
export { type FileToRead, type ReadResult, readingTask } from './reading.ts'
export { type ReceivedFile, type ReceivedForm, withReceivedForm } from './receive-form.ts'
export {
  largestUnlessSet,
  readAtOnce,
  type SentFile,
  type SentFileSettings,
  type SentFileState,
  standingOf,
  type WhyNotTaken,
} from './sent-file.ts'
export { forgetSentFile, sentFile, sentFilesOf } from './sent-file-store.ts'
export { LargeFileField, LargeFileSending } from './views/large-file-field.tsx'
export { ReadingPage } from './views/reading-page.tsx'
export { SentFilesList, type WaitingFile } from './views/sent-files-list.tsx'
