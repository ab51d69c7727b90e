import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, EmptyState, Heading, Lead, LinkList, Stack } from '../../../../ui/index.ts'
import type { KeptPublication } from '../publication.ts'
import { countsOf } from '../publication-cells.ts'

type Props = { readonly t: Texts; readonly publications: readonly KeptPublication[] }

/** What went out of our own counts, newest first. */
export function PublicationsPage({ t, publications }: Props) {
  return (
    <Stack>
      <BackLink href="/analysis" text={t('analysis.hub')} />
      <Heading level={1}>{t('analysis.publishing.list')}</Heading>
      <Lead>{t('analysis.publishing.lead')}</Lead>
      {publications.length === 0 ? (
        <EmptyState
          icon="file-text"
          title={t('analysis.publishing.empty')}
          text={t('analysis.publishing.empty.text')}
        />
      ) : (
        <LinkList
          label={t('analysis.publishing.list')}
          items={publications.toReversed().map((one) => itemOf(t, one))}
          listKeys
        />
      )}
    </Stack>
  )
}

const itemOf = (t: Texts, publication: KeptPublication) => ({
  key: publication.id,
  href: `/analysis/publications/${publication.id}`,
  title: publication.title,
  meta: (
    <>
      <span>{t.moment(publication.publishedAt)}</span>
      <span>{t(`analysis.publishing.audience.${publication.audience}`)}</span>
    </>
  ),
  description: t('analysis.publishing.counts', countsOf(publication)),
})
