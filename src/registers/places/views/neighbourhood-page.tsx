import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Count,
  DescriptionList,
  EmptyState,
  Form,
  Heading,
  Hint,
  Link,
  LinkButton,
  Notice,
  Prose,
  Section,
  Stack,
  Table,
} from '../../../ui/index.ts'
import type { Point } from '../../published-areas/index.ts'
import type { OutdatedNeighbourhood } from '../carry-over/carry-over-store.ts'
import { OutdatedNotice } from '../carry-over/outdated-notice.tsx'
import { fixedEdition, type MappedNeighbourhood, type Street } from '../place.ts'
import type { AreaVersion } from '../versions/area-version.ts'
import { VersionHistory } from '../versions/version-history.tsx'
import { NeighbourhoodMap } from './neighbourhood-map.tsx'

type Props = {
  readonly t: Texts
  readonly area: MappedNeighbourhood
  readonly streets: readonly Street[]
  readonly lines: ReadonlyMap<string, readonly Point[]>
  /** Names of what a composed one is made of. */
  readonly parts: readonly string[]
  /** May say what kind it is and how people call it, also of a published one. */
  readonly mayDescribe: boolean
  readonly mayChange: boolean
  /** A newer edition of its parts is kept. */
  readonly outdated: OutdatedNeighbourhood | undefined
  readonly versions: readonly AreaVersion[]
  /** Of colleagues who changed it, by account. */
  readonly names: ReadonlyMap<string, string>
}

/** One neighbourhood: where it lies, where it comes from, its streets. */
export function NeighbourhoodPage(props: Props) {
  const { t, area, streets, lines, mayDescribe, mayChange } = props
  return (
    <Stack>
      <BackLink
        href={area.edition === fixedEdition ? '/places' : `/places?edition=${area.edition}`}
        text={t('places.back')}
      />
      <Heading level={1}>{area.name}</Heading>
      {area.description ? <Prose>{area.description}</Prose> : null}
      {area.goneOn ? <Notice kind="attention">{t('places.gone', { day: t.day(area.goneOn) })}</Notice> : null}
      <DescriptionList items={factsOf(props)} />
      {mayChange || mayDescribe ? <Changes t={t} area={area} mayChange={mayChange} /> : null}
      {mayChange ? <OutdatedNotice t={t} outdated={props.outdated ? [props.outdated] : []} /> : null}
      <NeighbourhoodMap
        t={t}
        title={t('places.mapOf', { name: area.name })}
        areas={[area]}
        streets={streets.map(({ id, name }) => ({ id, name, line: lines.get(id) ?? [] }))}
      />
      <Section title={t('places.streets')} beside={<Count value={streets.length} about={t('places.streets')} />}>
        {streets.length === 0 ? (
          <EmptyState title={t('places.street.none')} icon="map-pin" />
        ) : (
          <StreetTable t={t} area={area} streets={streets} />
        )}
        {area.withoutStreetCount > 0 ? (
          <Hint>{t('places.withoutStreet', { count: area.withoutStreetCount })}</Hint>
        ) : null}
      </Section>
      <VersionHistory t={t} versions={props.versions} names={props.names} />
    </Stack>
  )
}

function factsOf({ t, area, parts }: Props) {
  return [
    ...(area.knownAs ? [{ term: t('places.knownAs'), value: area.knownAs }] : []),
    ...(area.areaType ? [{ term: t('places.areaType'), value: t(`places.areaType.${area.areaType}`) }] : []),
    {
      term: t('places.source'),
      value:
        area.origin === 'imported'
          ? t('places.source.imported', { code: area.code ?? '' })
          : t(`places.source.${area.origin}`),
    },
    ...(area.edition === fixedEdition ? [] : [{ term: t('places.division'), value: area.edition }]),
    ...(area.municipalityName ? [{ term: t('places.municipality'), value: area.municipalityName }] : []),
    ...(parts.length > 0 ? [{ term: t('places.parts'), value: t.list(parts) }] : []),
    { term: t('places.addresses'), value: String(area.addressCount) },
  ]
}

/** A neighbourhood out of use can only be taken into use again. A published one is described, its borders are its publisher's. */
function Changes({ t, area, mayChange }: Pick<Props, 't' | 'area' | 'mayChange'>) {
  if (area.goneOn && !mayChange) return null
  if (area.goneOn)
    return (
      <Form action={`/places/${area.id}/dissolution/removal`}>
        <Button look="secondary" icon="undo-2">
          {t('places.restore')}
        </Button>
      </Form>
    )
  return (
    <ButtonRow>
      {mayChange ? (
        <LinkButton href={`/places/${area.id}/edit`} icon="pencil">
          {t(area.origin === 'drawn' ? 'places.drawn.edit' : 'places.edit')}
        </LinkButton>
      ) : null}
      <LinkButton href={`/places/${area.id}/description`}>{t('places.describe')}</LinkButton>
      {mayChange ? (
        <Form action={`/places/${area.id}/dissolution`} look="inline">
          <Button look="quiet">{t('places.dissolve')}</Button>
        </Form>
      ) : null}
    </ButtonRow>
  )
}

function StreetTable({ t, area, streets }: Pick<Props, 't' | 'area' | 'streets'>) {
  return (
    <Table
      compact
      listKeys
      caption={t('places.streets')}
      captionHidden
      rows={streets}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          heading: t('places.street'),
          rowHeader: true,
          cell: ({ id, name }) => <Link href={`/places/${area.id}/streets/${id}`}>{name}</Link>,
        },
        { key: 'postalCode', heading: t('places.postalCode'), cell: ({ postalCode }) => postalCode },
        { key: 'addresses', heading: t('places.addresses'), numeric: true, cell: ({ addressCount }) => addressCount },
      ]}
    />
  )
}
