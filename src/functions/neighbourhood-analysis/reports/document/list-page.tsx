import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { EmptyState, Heading, Lead, LinkButton, LinkList, Section, Stack } from '../../../../ui/index.ts'
import type { Report } from '../report.ts'
import type { Words } from './published-report.ts'

type Props = {
  readonly t: Texts
  readonly municipality: PublicMunicipality
  /** Published ones and those they replaced, newest first. */
  readonly reports: readonly Report[]
  /** Their titles as this reader gets them, by identifier. */
  readonly titles: ReadonlyMap<string, Words>
}

/** The analyses that residents can read: those that hold now, then earlier ones. */
export function PublishedListPage({ t, municipality, reports, titles }: Props) {
  const base = `/in/${municipality.slug}`
  const current = reports.filter(({ state }) => state === 'published')
  const earlier = reports.filter(({ state }) => state === 'superseded')
  const itemOf = ({ id, title, language, publishedOn }: Report) => ({
    key: id,
    href: `${base}/analysis/${id}`,
    title: titles.get(id)?.text ?? title,
    language: titles.get(id)?.language ?? language,
    description: publishedOn ? t('resident.analysis.publishedOn', { day: t.day(publishedOn) }) : undefined,
  })
  return (
    <Stack gap="large">
      <Stack>
        <Heading level={1}>{t('resident.analysis.title')}</Heading>
        <Lead>{t('resident.analysis.lead')}</Lead>
      </Stack>
      {current.length === 0 ? (
        <EmptyState
          icon="message-circle"
          title={t('resident.analysis.none')}
          text={t('resident.analysis.none.text')}
          action={<LinkButton href={`${base}/card`}>{t('resident.analysis.voice.card')}</LinkButton>}
        />
      ) : (
        <LinkList label={t('resident.analysis.title')} items={current.map(itemOf)} />
      )}
      {earlier.length > 0 ? (
        <Section title={t('resident.analysis.earlier')}>
          <LinkList label={t('resident.analysis.earlier')} items={earlier.map(itemOf)} />
        </Section>
      ) : null}
    </Stack>
  )
}
