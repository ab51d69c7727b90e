import { languageName, type Texts } from '../../../../platform/messages/index.ts'
import {
  type ContactLine,
  ContactLines,
  DescriptionList,
  Link,
  Notice,
  Panel,
  Prose,
  Section,
} from '../../../../ui/index.ts'
import type { Card } from '../../cards/card-store.ts'

type Props = { readonly t: Texts; readonly card: Card | undefined; readonly neighbourhood: string | undefined }

/** What the card says, how to reach the person, and what may be told to whom. */
export function CardSheet({ t, card, neighbourhood }: Props) {
  if (!card?.content) {
    return (
      <Notice title={t('detection.card.erased')}>
        <p>{t('detection.card.erasedText')}</p>
      </Notice>
    )
  }
  const { content } = card
  return (
    <Panel>
      <Section title={t('detection.card.wish')}>
        <Prose>
          {content.wish.split('\n').map((line, place) => (
            <p key={place} dir="auto">
              {line}
            </p>
          ))}
        </Prose>
      </Section>
      <Section title={t('detection.card.reach')}>
        <ContactLines lines={contactLines(t, card, neighbourhood)} />
      </Section>
      <Section title={t('detection.card.agreement')}>
        {card.agreement.withdrawnOn ? (
          <Notice kind="attention">
            <p>{t('detection.card.withdrawn', { day: t.day(card.agreement.withdrawnOn) })}</p>
          </Notice>
        ) : null}
        <DescriptionList
          items={[
            { term: t('detection.card.mayTell'), value: card.agreement.mayTell },
            {
              term: t('detection.card.toWhom'),
              value: t.list(
                card.agreement.toWhom.map((who) => t(`resident.card.receiver.${who}`)),
                { areLabels: true },
              ),
            },
            {
              term: t('detection.card.given'),
              value: `${t(`resident.card.given.${card.agreement.given}`)}, ${t.day(card.agreement.givenOn)}`,
            },
            {
              term: t('detection.card.validUntil'),
              value: card.agreement.validUntil ? t.day(card.agreement.validUntil) : t('detection.card.untilWithdrawn'),
            },
            { term: t('detection.card.filledInBy'), value: content.filledInBy },
            { term: t('detection.card.channel'), value: t(`detection.channel.${card.channel}`) },
          ]}
        />
        {card.agreement.toWhom.includes('sender') ? (
          <Link href={`/cards/${card.id}/told`}>{t('detection.told.toSender')}</Link>
        ) : null}
      </Section>
    </Panel>
  )
}

function contactLines(t: Texts, card: Card, neighbourhood: string | undefined): readonly ContactLine[] {
  const { phone, email, placeText, reachWhen } = card.content ?? {}
  const language = languageName(t, card.language)
  const lines: readonly (Omit<ContactLine, 'text'> & { readonly text: string | undefined })[] = [
    { kind: 'phone', label: t('resident.card.phone'), text: phone },
    { kind: 'email', label: t('resident.card.email'), text: email },
    { kind: 'address', label: t('resident.card.place'), text: placeText },
    { kind: 'address', label: t('detection.filter.neighbourhood'), text: neighbourhood },
    { kind: 'hours', label: t('resident.card.reachWhen'), text: reachWhen },
    {
      kind: 'language',
      label: t('resident.card.language'),
      text: card.needsInterpreter ? `${language}, ${t('detection.card.interpreter')}` : language,
    },
  ]
  return lines.flatMap(({ text, ...line }) => (text ? [{ ...line, text }] : []))
}
