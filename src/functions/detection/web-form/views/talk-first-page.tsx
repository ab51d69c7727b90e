import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { ButtonRow, Heading, Lead, LinkButton, Stack } from '../../../../ui/index.ts'
import { EmergencyLines } from './emergency-lines.tsx'

type Props = { readonly t: Texts; readonly municipality: PublicMunicipality }

/** A card is not written about somebody behind their back: talk first, or call us about the worry. */
export function TalkFirstPage({ t, municipality }: Props) {
  const { name, phone } = municipality.contact
  return (
    <Stack>
      <Heading level={1}>{t('resident.card.talkFirst.title')}</Heading>
      <Lead>{t('resident.card.talkFirst.text')}</Lead>
      <p>{t('resident.card.talkFirst.call', { name, phone })}</p>
      <EmergencyLines t={t} municipality={municipality} />
      <ButtonRow>
        <LinkButton href={`/in/${municipality.slug}/card/together`} look="primary">
          {t('resident.card.talkFirst.done')}
        </LinkButton>
      </ButtonRow>
    </Stack>
  )
}
