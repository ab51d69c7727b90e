import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  Cluster,
  EmptyState,
  Filters,
  Heading,
  Lead,
  LinkButton,
  LinkList,
  Select,
  Stack,
} from '../../../../ui/index.ts'
import { placeChoices } from '../../findings/views/choices.ts'
import { PartsNavigation } from '../../findings/views/parts-navigation.tsx'
import type { WalkSummary } from '../walk.ts'

type Props = {
  readonly t: Texts
  readonly walks: readonly WalkSummary[]
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly neighbourhoodId: string | undefined
  readonly mayWrite: boolean
}

/** The walks, newest first. */
export function WalksPage({ t, walks, neighbourhoods, neighbourhoodId, mayWrite }: Props) {
  return (
    <Stack>
      <PartsNavigation t={t} current="walks" />
      <Cluster spread="between">
        <Heading level={1}>{t('analysis.walk.title')}</Heading>
        <Cluster>
          <LinkButton href="/analysis/walks/sheet" icon="printer">
            {t('analysis.walk.sheet')}
          </LinkButton>
          {mayWrite ? (
            <LinkButton href="/analysis/walks/new" look="primary" icon="plus">
              {t('analysis.walk.new')}
            </LinkButton>
          ) : null}
        </Cluster>
      </Cluster>
      <Lead>{t('analysis.walk.lead')}</Lead>
      <Filters
        action="/analysis/walks"
        title={t('analysis.finding.filter')}
        applyText={t('analysis.finding.filter.apply')}
      >
        <Select
          name="neighbourhood"
          label={t('analysis.finding.neighbourhood')}
          emptyText={t('analysis.finding.filter.all')}
          value={neighbourhoodId}
          choices={placeChoices(neighbourhoods)}
        />
      </Filters>
      {walks.length === 0 ? (
        <EmptyState icon="footprints" title={t('analysis.walk.empty')} text={t('analysis.walk.empty.text')} />
      ) : (
        <LinkList
          label={t('analysis.walk.title')}
          listKeys
          items={walks.map((walk) => ({
            key: walk.id,
            href: `/analysis/walks/${walk.id}`,
            title: `${walk.neighbourhood}: ${walk.route}`,
            meta: (
              <>
                <span>{t.day(walk.walkedOn)}</span>
                <span>{t('analysis.walk.observations.count', { count: walk.observations })}</span>
                <span>{t('analysis.walk.photos.count', { count: walk.photos })}</span>
              </>
            ),
          }))}
        />
      )}
    </Stack>
  )
}
