import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Code, DescriptionList, Heading, PrintSheet } from '../../../../ui/index.ts'
import { spacedCode } from '../../cards/card-code.ts'
import type { SignalView } from '../signal-reading.ts'

type Props = {
  readonly t: Texts
  readonly view: SignalView
  readonly code: string | undefined
  readonly municipality: PublicMunicipality
}

/** A filled-in card on A6, for a closed envelope. */
export function PrintedCard({ t, view, code, municipality }: Props) {
  const { card } = view
  const content = card?.content
  return (
    <PrintSheet size="a6" label={t('detection.card.title')}>
      <Heading level={1} look={3}>
        {municipality.name}
      </Heading>
      {content ? (
        <DescriptionList
          items={[
            { term: t('detection.card.wish'), value: <span dir="auto">{content.wish}</span> },
            { term: t('resident.card.field.name'), value: content.name },
            {
              term: t('detection.card.reach'),
              value: [content.phone, content.email, content.placeText, content.reachWhen].filter(Boolean).join(' · '),
            },
            { term: t('detection.card.mayTell'), value: card.agreement.mayTell },
            { term: t('detection.card.filledInBy'), value: `${content.filledInBy}, ${t.day(card.filledInOn)}` },
          ]}
        />
      ) : (
        <p>{t('detection.card.erased')}</p>
      )}
      {code ? <Code value={spacedCode(code)} label={t('resident.card.receipt.code')} /> : null}
    </PrintSheet>
  )
}
