import type { Texts } from '../../../platform/messages/index.ts'
import { BackLink, Heading, Stack, Table } from '../../../ui/index.ts'
import type { Address, MappedNeighbourhood, Neighbourhood, Street } from '../place.ts'
import { addressLine } from './address-line.ts'
import { NeighbourhoodMap } from './neighbourhood-map.tsx'

type Props = {
  readonly t: Texts
  readonly neighbourhood: Neighbourhood
  readonly street: Street
  readonly doors: readonly Address[]
  readonly areas: readonly MappedNeighbourhood[]
}

/** The doors of one street that lie in one neighbourhood. */
export function StreetPage({ t, neighbourhood, street, doors, areas }: Props) {
  const title = t('places.streetIn', { street: street.name, name: neighbourhood.name })
  const hasBoxes = doors.some(({ box }) => box !== '')
  return (
    <Stack>
      <BackLink href={`/places/${neighbourhood.id}`} text={t('places.backToArea', { name: neighbourhood.name })} />
      <Heading level={1}>{title}</Heading>
      <NeighbourhoodMap
        t={t}
        title={title}
        areas={areas}
        doors={doors.map((door) => ({
          id: door.id,
          at: [door.x, door.y],
          title: addressLine(t, door),
          look: 'chosen',
        }))}
      />
      <Table
        compact
        caption={t('places.addresses')}
        rows={doors}
        rowKey={({ id }) => id}
        columns={[
          { key: 'number', heading: t('places.number'), rowHeader: true, cell: ({ number }) => number },
          ...(hasBoxes ? [{ key: 'box', heading: t('places.box'), cell: ({ box }: Address) => box }] : []),
          { key: 'postalCode', heading: t('places.postalCode'), cell: ({ postalCode }) => postalCode },
        ]}
      />
    </Stack>
  )
}
