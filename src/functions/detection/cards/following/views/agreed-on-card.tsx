import type { Texts } from '../../../../../platform/messages/index.ts'
import { DescriptionList, Panel } from '../../../../../ui/index.ts'
import type { Card } from '../../card-store.ts'

/** What the person agreed on the card, beside which words for others are written. */
export function AgreedOnCard({ t, card: { agreement } }: { readonly t: Texts; readonly card: Card }) {
  return (
    <Panel>
      <DescriptionList
        items={[
          { term: t('detection.card.mayTell'), value: agreement.mayTell },
          {
            term: t('detection.card.toWhom'),
            value: agreement.toWhom.map((who) => t(`resident.card.receiver.${who}`)).join(', '),
          },
          {
            term: t('detection.card.given'),
            value: `${t(`resident.card.given.${agreement.given}`)}, ${t.day(agreement.givenOn)}`,
          },
          {
            term: t('detection.card.validUntil'),
            value: agreement.validUntil ? t.day(agreement.validUntil) : t('detection.card.untilWithdrawn'),
          },
        ]}
      />
    </Panel>
  )
}
