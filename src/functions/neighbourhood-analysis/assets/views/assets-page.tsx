import type { Texts } from '../../../../platform/messages/index.ts'
import { type MappedNeighbourhood, NeighbourhoodMap } from '../../../../registers/places/index.ts'
import {
  Cluster,
  EmptyState,
  Filters,
  Heading,
  Hint,
  Lead,
  LinkButton,
  LinkList,
  Pagination,
  Section,
  Select,
  Stack,
  Tag,
  TextField,
} from '../../../../ui/index.ts'
import { placeChoices } from '../../findings/views/choices.ts'
import { PartsNavigation } from '../../findings/views/parts-navigation.tsx'
import { assetKinds, type PlacedAsset } from '../asset.ts'
import { isMeetingPlace, placeTypeName, placeTypes } from '../place-type.ts'
import { assetFacts, assetName, assetSort } from './asset-words.ts'

/** What is shown: places to meet and people, unless somebody asks for more. */
export type AssetChoice = {
  readonly words: string | undefined
  readonly neighbourhoodId: string | undefined
  readonly kind: string | undefined
  /** `meeting`, `all`, or the code of a type. */
  readonly type: string
}

type Props = {
  readonly t: Texts
  readonly choice: AssetChoice
  readonly areas: readonly MappedNeighbourhood[]
  /** All that fit, for the map. */
  readonly assets: readonly PlacedAsset[]
  /** Those of this page of the list. */
  readonly shown: readonly PlacedAsset[]
  readonly pages: { readonly number: number; readonly previous: string | undefined; readonly next: string | undefined }
  readonly mayWrite: boolean
  readonly mayImport: boolean
  /** Whether the pages beside this one are open to who looks. */
  readonly readsFindings: boolean
}

/** So many dots on one map; more would hide each other. */
const mostDots = 1500
/** From here on dots are small. */
const manyDots = 150

/** What a neighbourhood has: places, people by what they do, associations and services, as a list and a map. */
export function AssetsPage(props: Props) {
  const { t, choice, areas, assets, shown, pages, mayWrite, mayImport, readsFindings } = props
  return (
    <Stack>
      {readsFindings ? <PartsNavigation t={t} current="places" /> : null}
      <Cluster spread="between">
        <Heading level={1}>{t('analysis.asset.title')}</Heading>
        <Cluster>
          {mayImport ? (
            <LinkButton href="/analysis/places/imports/new" icon="upload">
              {t('analysis.asset.import')}
            </LinkButton>
          ) : null}
          {mayWrite ? (
            <LinkButton href="/analysis/places/new" look="primary" icon="plus">
              {t('analysis.asset.new')}
            </LinkButton>
          ) : null}
        </Cluster>
      </Cluster>
      <Lead>{t('analysis.asset.lead')}</Lead>
      <AssetFilters t={t} choice={choice} areas={areas} />
      {assets.length === 0 ? (
        <EmptyState icon="map-pin" title={t('analysis.asset.empty')} text={t('analysis.asset.empty.text')} />
      ) : (
        <>
          <AssetMap t={t} choice={choice} areas={areas} assets={assets} />
          <Section title={t('analysis.asset.count', { count: assets.length })}>
            <LinkList
              label={t('analysis.asset.title')}
              items={shown.map((asset) => rowOf(t, asset, areas, mayWrite))}
              listKeys
            />
          </Section>
        </>
      )}
      {pages.previous || pages.next ? (
        <Pagination
          label={t('analysis.finding.pages')}
          summary={t('analysis.finding.page', { number: pages.number })}
          previous={pages.previous ? { href: pages.previous, text: t('analysis.finding.page.previous') } : undefined}
          next={pages.next ? { href: pages.next, text: t('analysis.finding.page.next') } : undefined}
        />
      ) : null}
      {assets.some(({ origin }) => origin === 'openStreetMap') ? <Attribution t={t} /> : null}
    </Stack>
  )
}

/** Whose data they are, as their licence asks. */
export function Attribution({ t }: { readonly t: Texts }) {
  return <Hint>{t('analysis.asset.attribution')}</Hint>
}

type FilterProps = Pick<Props, 't' | 'choice' | 'areas'>

function AssetFilters({ t, choice, areas }: FilterProps) {
  const types = placeTypes
    .map(({ code }) => ({ value: code, label: placeTypeName(code, t.language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, t.language))
  return (
    <Filters
      action="/analysis/places"
      title={t('analysis.finding.filter')}
      applyText={t('analysis.finding.filter.apply')}
      first={<TextField name="q" label={t('analysis.asset.words')} value={choice.words} width="medium" />}
    >
      <Select
        name="neighbourhood"
        label={t('analysis.finding.neighbourhood')}
        emptyText={t('analysis.finding.filter.all')}
        value={choice.neighbourhoodId}
        choices={placeChoices(areas)}
      />
      <Select
        name="kind"
        label={t('analysis.asset.kind')}
        emptyText={t('analysis.finding.filter.all')}
        value={choice.kind}
        choices={assetKinds.map((kind) => ({ value: kind, label: t(`analysis.asset.kind.${kind}`) }))}
      />
      <Select
        name="type"
        label={t('analysis.asset.type')}
        value={choice.type}
        choices={[
          { value: 'meeting', label: t('analysis.asset.type.meeting.short') },
          { value: 'all', label: t('analysis.asset.type.all') },
          ...types,
        ]}
      />
    </Filters>
  )
}

function AssetMap({ t, choice, areas, assets }: Pick<Props, 't' | 'choice' | 'areas' | 'assets'>) {
  const doors = assets.slice(0, mostDots).flatMap((asset) =>
    asset.at
      ? [
          {
            id: asset.id,
            at: asset.at,
            title: assetName(t, asset),
            look: isMeetingPlace(asset.placeType) ? ('chosen' as const) : ('plain' as const),
            radius: assets.length > manyDots ? 4 : 8,
          },
        ]
      : [],
  )
  if (doors.length === 0) return null
  const shown = choice.neighbourhoodId ? areas.filter(({ id }) => id === choice.neighbourhoodId) : areas
  return (
    <NeighbourhoodMap
      t={t}
      areas={shown}
      doors={doors}
      title={t('analysis.asset.map')}
      legend={[
        { look: 'chosen', isPoint: true, text: t('analysis.asset.type.meeting') },
        { look: 'plain', isPoint: true, text: t('analysis.asset.legend.other') },
      ]}
    />
  )
}

function rowOf(t: Texts, asset: PlacedAsset, areas: Props['areas'], mayWrite: boolean) {
  const where = areas.filter(({ id }) => asset.neighbourhoodIds.includes(id)).map(({ name }) => name)
  const facts = assetFacts(t, asset)
  return {
    key: asset.id,
    href: hrefOf(asset, mayWrite),
    title: assetName(t, asset),
    meta: (
      <>
        <Tag>{assetSort(t, asset)}</Tag>
        {where.length > 0 ? <span>{t.list(where)}</span> : null}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </>
    ),
    description: asset.note ?? undefined,
  }
}

/** Where more is known of it, or where it can be changed. */
function hrefOf({ id, organisationId, serviceId }: PlacedAsset, mayWrite: boolean): string | undefined {
  if (mayWrite) return `/analysis/places/${id}`
  if (serviceId) return `/services/${serviceId}`
  return organisationId ? `/organisations/${organisationId}` : undefined
}
