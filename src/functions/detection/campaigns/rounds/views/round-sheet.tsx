import type { Texts } from '../../../../../platform/messages/index.ts'
import { Heading, List, Name, PrintSheet, Stack, Table } from '../../../../../ui/index.ts'
import { outcomes } from '../../campaign.ts'
import type { Round, RoundDoor } from '../round-store.ts'

type Props = { readonly t: Texts; readonly round: Round }

/** The round on paper, for a visitor without a phone: doors that are still open, in walking order, with a box per outcome. No names, no notes. */
export function RoundSheet({ t, round }: Props) {
  const streets = streetsOf(round.doors.filter(({ state }) => state === 'open'))
  const title = t('detection.round.title', { number: round.number, day: t.day(round.day) })
  return (
    <PrintSheet label={title}>
      <Stack gap="small">
        <Heading level={1} look={2}>
          {title}
        </Heading>
        <p>
          <Name>{round.campaignName}</Name> · <Name>{t.list(round.volunteers.map(({ name }) => name))}</Name> ·{' '}
          {t('detection.round.size', { doors: round.doors.length, metres: round.metres })}
        </p>
        <List
          items={[
            ...(round.goesTogether ? [] : [t('detection.round.sheet.notAlone')]),
            t('detection.round.sheet.onCall', { name: round.onCall?.name ?? '–', phone: round.onCall?.phone ?? '–' }),
            t('detection.round.sheet.danger'),
            t('detection.round.sheet.rules'),
          ]}
        />
        {streets.map((doors) => (
          <StreetDoors key={doors[0]?.roundAddressId} t={t} doors={doors} />
        ))}
        <p>{t('detection.round.sheet.after')}</p>
      </Stack>
    </PrintSheet>
  )
}

function StreetDoors({ t, doors }: { readonly t: Texts; readonly doors: readonly RoundDoor[] }) {
  return (
    <Table
      compact
      caption={doors[0]?.street ?? t('detection.campaign.streetless')}
      rows={doors}
      rowKey={({ roundAddressId }) => roundAddressId}
      columns={[
        { key: 'number', heading: t('detection.round.number'), cell: (door) => numberIn(t, door), rowHeader: true },
        ...outcomes.map((outcome) => ({
          key: outcome,
          heading: t(`detection.campaign.outcome.${outcome}`),
          cell: () => '☐',
        })),
      ]}
    />
  )
}

/** `12 / 3`; without a street also near which one it is. */
function numberIn(t: Texts, { number, box, streetNearby }: RoundDoor): string {
  const numbers = box ? `${number} / ${box}` : number
  return streetNearby === null ? numbers : t('detection.round.numberNear', { number: numbers, street: streetNearby })
}

/** Doors in walking order, cut where the walk comes into another street. */
function streetsOf(doors: readonly RoundDoor[]): readonly (readonly RoundDoor[])[] {
  const streets: RoundDoor[][] = []
  for (const door of doors) {
    const street = streets.at(-1)
    if (street?.[0] && street[0].streetId === door.streetId) street.push(door)
    else streets.push([door])
  }
  return streets
}
