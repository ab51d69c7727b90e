import type { Texts } from '../../../../platform/messages/index.ts'
import { licenceWords } from '../../../../platform/published-files/licence-words.ts'
import { SentFilesList, type WaitingFile } from '../../../../platform/sent-files/index.ts'
import {
  Cluster,
  EmptyState,
  Heading,
  Lead,
  Link,
  LinkButton,
  Section,
  Stack,
  SubNavigation,
  Table,
} from '../../../../ui/index.ts'
import type { KeptSource } from '../area-source-store.ts'
import type { KeptAreas, ShownArea } from '../kept-area-store.ts'
import type { KeptMemberships } from '../tables/membership-store.ts'
import { AreasMap } from './areas-map.tsx'
import { countText } from './count-text.ts'

type Props = {
  readonly t: Texts
  readonly kept: readonly KeptAreas[]
  /** The level and edition on the map; undefined when nothing is kept. */
  readonly shown: { readonly of: KeptAreas; readonly areas: readonly ShownArea[] } | undefined
  readonly memberships: readonly KeptMemberships[]
  readonly sources: readonly KeptSource[]
  readonly mayImport: boolean
  readonly waiting: readonly WaitingFile[]
}

/** What is kept of published areas: per level and edition on a map, what lies in what, and where it all comes from. */
export function AreasPage({ t, kept, shown, memberships, sources, mayImport, waiting }: Props) {
  return (
    <Stack>
      <Cluster spread="between">
        <Heading level={1}>{t('places.areas')}</Heading>
        {mayImport ? (
          <LinkButton href="/areas/new" look="primary" icon="plus">
            {t('places.areas.import')}
          </LinkButton>
        ) : null}
      </Cluster>
      <Lead>{t('places.areas.lead')}</Lead>
      <SentFilesList t={t} files={waiting} />
      {shown === undefined ? (
        <EmptyState icon="map-pin" title={t('places.areas.empty')} text={t('places.areas.empty.text')} />
      ) : (
        <>
          <KeptTable t={t} kept={kept} />
          <Section title={t('places.areas.map')}>
            {kept.length > 1 ? <Levels t={t} kept={kept} shown={shown.of} /> : null}
            <AreasMap t={t} title={levelText(t, shown.of)} areas={shown.areas} />
          </Section>
        </>
      )}
      {memberships.length > 0 ? <MembershipTable t={t} memberships={memberships} /> : null}
      {sources.length > 0 ? <SourceTable t={t} sources={sources} /> : null}
    </Stack>
  )
}

const hrefOf = ({ level, edition }: KeptAreas) => `/areas?level=${level}&edition=${edition}`

type OfEdition = { readonly level: string; readonly edition: string }

/** `Statistische sectoren, uitgave 2024`; of districts there is one edition only, which goes without saying. */
export const levelText = (t: Texts, { level, edition }: OfEdition): string =>
  edition === 'fixed'
    ? t(`places.areas.level.${level}`)
    : t('places.areas.ofEdition', { level: t(`places.areas.level.${level}`), edition })

function Levels({
  t,
  kept,
  shown,
}: {
  readonly t: Texts
  readonly kept: readonly KeptAreas[]
  readonly shown: KeptAreas
}) {
  return (
    <SubNavigation
      label={t('places.areas.levels')}
      items={kept.map((one) => ({ href: hrefOf(one), text: levelText(t, one), current: one === shown }))}
    />
  )
}

function KeptTable({ t, kept }: { readonly t: Texts; readonly kept: readonly KeptAreas[] }) {
  return (
    <Table
      caption={t('places.areas.kept')}
      captionHidden
      rows={kept}
      rowKey={({ level, edition }) => `${level} ${edition}`}
      columns={[
        {
          key: 'level',
          heading: t('places.areas.level'),
          rowHeader: true,
          cell: (one) => <Link href={hrefOf(one)}>{levelText(t, one)}</Link>,
        },
        { key: 'areas', heading: t('places.areas.count'), numeric: true, cell: ({ areas }) => countText(t, areas) },
        { key: 'borders', heading: t('places.areas.borders'), cell: (one) => bordersText(t, one) },
        {
          key: 'doors',
          heading: t('places.areas.doors'),
          numeric: true,
          cell: ({ level, doors }) => (level === 'municipality' ? '–' : countText(t, doors)),
        },
        {
          key: 'source',
          heading: t('places.areas.source'),
          cell: ({ sources }) => t.list(sources) || t('places.areas.source.unknown'),
        },
        {
          key: 'on',
          heading: t('places.areas.retrieved'),
          cell: ({ retrievedOn }) => (retrievedOn ? t.day(retrievedOn) : '–'),
        },
      ]}
    />
  )
}

/** Exact, roughly right, or not known. */
function bordersText(t: Texts, { areas, withShape, approximate }: KeptAreas): string {
  if (withShape === 0) return t('places.areas.borders.none')
  const kind = approximate === 0 ? 'exact' : approximate >= withShape ? 'approximate' : 'mixed'
  const said = t(`places.areas.borders.${kind}`)
  return withShape === areas ? said : `${said}; ${t('places.areas.borders.missing', { count: areas - withShape })}`
}

function MembershipTable({ t, memberships }: { readonly t: Texts; readonly memberships: readonly KeptMemberships[] }) {
  const from = ({ fromLevel: level, fromEdition: edition }: KeptMemberships) => levelText(t, { level, edition })
  const to = ({ toLevel: level, toEdition: edition }: KeptMemberships) => levelText(t, { level, edition })
  return (
    <Section title={t('places.areas.memberships')}>
      <Table
        caption={t('places.areas.memberships')}
        captionHidden
        compact
        rows={memberships}
        rowKey={(one) => Object.values(one).join(' ')}
        columns={[
          { key: 'from', heading: t('places.areas.from'), rowHeader: true, cell: from },
          { key: 'kind', heading: t('places.areas.relation'), cell: ({ kind }) => t(`places.areas.relation.${kind}`) },
          { key: 'to', heading: t('places.areas.to'), cell: to },
          { key: 'count', heading: t('places.areas.count'), numeric: true, cell: ({ count }) => countText(t, count) },
        ]}
      />
    </Section>
  )
}

function SourceTable({ t, sources }: { readonly t: Texts; readonly sources: readonly KeptSource[] }) {
  return (
    <Section title={t('places.areas.sources')}>
      <Table
        caption={t('places.areas.sources')}
        captionHidden
        rows={sources}
        rowKey={({ id }) => id}
        columns={[
          { key: 'file', heading: t('places.areas.file'), rowHeader: true, cell: ({ fileName }) => fileName },
          { key: 'source', heading: t('places.areas.source'), cell: ({ source }) => source },
          { key: 'licence', heading: t('places.areas.licence'), cell: ({ licence }) => licenceWords(t, licence) },
          { key: 'crs', heading: t('places.areas.system'), cell: (one) => systemText(t, one) },
          { key: 'on', heading: t('places.areas.retrieved'), cell: ({ retrievedOn }) => t.day(retrievedOn) },
        ]}
      />
    </Section>
  )
}

/** The system of coordinates, and whether the file said so or its coordinates did. */
export const systemText = (t: Texts, { crs, crsStated }: Pick<KeptSource, 'crs' | 'crsStated'>): string =>
  crs === null ? '–' : t(crsStated ? 'places.areas.system.stated' : 'places.areas.system.guessed', { system: crs })
