import { LinkList, Section, Status } from '../../../ui/index.ts'
import type { Texts } from '../../messages/index.ts'
import type { WaitingFile } from '../waiting-files.ts'

/** The way back to files that one sent; nothing when there are none. */
export function SentFilesList({ t, files }: { readonly t: Texts; readonly files: readonly WaitingFile[] }) {
  if (files.length === 0) return null
  return (
    <Section title={t('sentFiles.underWay')}>
      <LinkList
        label={t('sentFiles.underWay')}
        items={files.map(({ href, fileName, sentAt, standing }) => ({
          key: href,
          href,
          title: fileName,
          meta: (
            <>
              <span>{t.moment(sentAt)}</span>
              <Status
                word={t(`sentFiles.standing.${standing}`)}
                icon={standing === 'waiting' || standing === 'reading' ? 'clock' : 'circle-dot'}
              />
            </>
          ),
        }))}
      />
    </Section>
  )
}
