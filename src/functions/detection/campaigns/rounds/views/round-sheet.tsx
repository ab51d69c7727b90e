import type { Texts } from '../../../../../platform/messages/index.ts'
import { Heading, List, PrintSheet, Stack, Table } from '../../../../../ui/index.ts'
import { type Outcome, outcomes } from '../../campaign.ts'
import type { Round, RoundDoor } from '../round-store.ts'

type Props = { readonly t: Texts; readonly round: Round }

/** The round on paper, for a visitor without a phone: doors in walking order with a box per outcome. No names, no notes. */
export function RoundSheet({ t, round }: Props) {
  const title = t('detection.round.title', { number: round.number, day: t.day(round.day) })
  return (
    <PrintSheet label={title}>
      <Stack gap="small">
        <Heading level={1} look={2}>
          {title}
        </Heading>
        <p>
          {round.campaignName} · {new Intl.ListFormat(t.language).format(round.volunteers.map(({ name }) => name))} ·{' '}
          {t('detection.round.size', { doors: round.doors.length, metres: round.metres })}
        </p>
        <List
          items={[
            t('detection.round.sheet.onCall', { name: round.onCall?.name ?? '–', phone: round.onCall?.phone ?? '–' }),
            t('detection.round.sheet.danger'),
            t('detection.round.sheet.rules'),
          ]}
        />
        <Table
          compact
          caption={t('detection.round.sheet.doors')}
          captionHidden
          rows={round.doors}
          rowKey={({ roundAddressId }) => roundAddressId}
          columns={[
            { key: 'position', heading: '', cell: ({ position }) => position, numeric: true },
            { key: 'street', heading: t('detection.campaign.street'), cell: ({ street }) => street },
            { key: 'number', heading: t('detection.round.number'), cell: numberOf, rowHeader: true },
            ...outcomes.map((outcome) => ({
              key: outcome,
              heading: t(`detection.campaign.outcome.${outcome}`),
              cell: (door: RoundDoor) => boxFor(door, outcome),
            })),
          ]}
        />
        <p>{t('detection.round.sheet.after')}</p>
      </Stack>
    </PrintSheet>
  )
}

const numberOf = ({ number, box }: RoundDoor) => (box ? `${number} / ${box}` : number)
const boxFor = (door: RoundDoor, outcome: Outcome) => (door.state === 'done' && door.outcome === outcome ? '☒' : '☐')
