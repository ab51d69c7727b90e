import type { Texts } from '../../../platform/messages/index.ts'
import {
  ButtonRow,
  Cluster,
  Count,
  EmptyState,
  Heading,
  Hint,
  Lead,
  Link,
  LinkButton,
  Section,
  Stack,
  SubNavigation,
} from '../../../ui/index.ts'
import type { OutdatedNeighbourhood } from '../carry-over/carry-over-store.ts'
import { OutdatedNotice } from '../carry-over/outdated-notice.tsx'
import { isOwn, type MappedNeighbourhood } from '../place.ts'
import { NeighbourhoodMap, NeighbourhoodTable } from './neighbourhood-map.tsx'

type Props = {
  readonly t: Texts
  /** Editions that are loaded, newest first, and the one shown. */
  readonly editions: readonly string[]
  readonly edition: string
  readonly areas: readonly MappedNeighbourhood[]
  /** Made of an older edition than the newest. */
  readonly outdated: readonly OutdatedNeighbourhood[]
  readonly hasParts: boolean
  readonly mayCompose: boolean
}

const hrefOf = ({ id }: MappedNeighbourhood) => `/places/${id}`

/** The neighbourhoods of one edition: published ones on a map and in a table, and those of one's own. */
export function NeighbourhoodsPage(props: Props) {
  const { t, editions, edition, areas, outdated, hasParts, mayCompose } = props
  const imported = areas.filter(({ origin }) => origin === 'imported')
  const own = areas.filter(isOwn)
  return (
    <Stack>
      <Cluster spread="between">
        <Heading level={1}>{t('places.title')}</Heading>
        {mayCompose && hasParts ? (
          <ButtonRow>
            <LinkButton href="/places/new" look="primary" icon="plus">
              {t('places.new')}
            </LinkButton>
            <LinkButton href="/places/drawn/new" icon="pencil">
              {t('places.drawn.new')}
            </LinkButton>
          </ButtonRow>
        ) : null}
      </Cluster>
      <Lead>{t('places.lead')}</Lead>
      <Link href="/areas">{t('places.areas.link')}</Link>
      {mayCompose ? <OutdatedNotice t={t} outdated={outdated} /> : null}
      {edition === '' ? null : <Editions t={t} editions={editions} edition={edition} />}
      {imported.length === 0 ? (
        <EmptyState title={t('places.empty')} text={t('places.empty.text')} icon="map-pin" />
      ) : (
        <Section
          title={t('places.imported')}
          beside={<Count value={imported.length} about={t('places.neighbourhoods')} />}
        >
          <NeighbourhoodMap t={t} areas={imported} hrefOf={hrefOf} />
        </Section>
      )}
      {imported.length + own.length > 0 || hasParts ? <OwnNeighbourhoods t={t} own={own} /> : null}
    </Stack>
  )
}

/** What the municipality made or drew itself. */
function OwnNeighbourhoods({ t, own }: Pick<Props, 't'> & { readonly own: readonly MappedNeighbourhood[] }) {
  return (
    <Section title={t('places.composed')} beside={<Count value={own.length} about={t('places.neighbourhoods')} />}>
      {own.length === 0 ? (
        <EmptyState title={t('places.composed.none')} text={t('places.composed.none.text')} icon="map-pin" />
      ) : (
        <NeighbourhoodTable t={t} areas={own} hrefOf={hrefOf} />
      )}
    </Section>
  )
}

/** Tabs when there is something to choose. */
function Editions({ t, editions, edition }: Pick<Props, 't' | 'editions' | 'edition'>) {
  if (editions.length < 2) return <Hint>{t('places.edition', { edition })}</Hint>
  return (
    <SubNavigation
      label={t('places.editions')}
      items={editions.map((one) => ({
        href: `/places?edition=${one}`,
        text: t('places.edition', { edition: one }),
        current: one === edition,
      }))}
    />
  )
}
