import type { Texts } from '../../messages/index.ts'

/** A size as people say it; rounded up, so that a small file is never nothing. */
export const megabytes = (t: Texts, bytes: number): string =>
  t('sentFiles.megabytes', { size: Math.ceil((bytes / 1024 / 1024) * 10) / 10 })
