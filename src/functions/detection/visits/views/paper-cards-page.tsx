import type { Texts } from '../../../../platform/messages/index.ts'
import { addressLine } from '../../../../registers/places/index.ts'
import { BackLink, ButtonRow, EmptyState, Heading, Lead, LinkButton, LinkList, Stack } from '../../../../ui/index.ts'
import type { Round, RoundDoor } from '../../campaigns/index.ts'

type Props = { readonly t: Texts; readonly round: Round; readonly doors: readonly RoundDoor[] }

/** Doors of a paper round where a card was filled in: each leads to entering that card, with its address. */
export function PaperCardsPage({ t, round, doors }: Props) {
  const campaign = `/campaigns/${round.campaignId}`
  return (
    <Stack>
      <BackLink href={campaign} text={round.campaignName} />
      <Heading level={1}>{t('detection.visits.entry.cards', { number: round.number })}</Heading>
      <Lead>{t('detection.visits.entry.cardsLead')}</Lead>
      {doors.length === 0 ? (
        <EmptyState icon="circle-check" title={t('detection.visits.entry.noCards')} />
      ) : (
        <LinkList
          label={t('detection.visits.entry.cards', { number: round.number })}
          items={doors.map((door) => ({
            key: door.roundAddressId,
            href: `/cards/new?address=${door.addressId}`,
            title: addressLine(t, { ...door, box: door.box ?? '' }),
            description: t('detection.visits.entry.enterCard'),
          }))}
        />
      )}
      <ButtonRow>
        <LinkButton href={campaign}>{t('detection.visits.entry.ready')}</LinkButton>
      </ButtonRow>
    </Stack>
  )
}
