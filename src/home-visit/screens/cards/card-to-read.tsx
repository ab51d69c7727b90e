import type { CardInput } from '../../../functions/detection/contract.ts'
import { Button, ButtonRow, DescriptionList, Heading, Lead, Notice, Panel, Stack } from '../../../ui/index.ts'
import type { Words } from '../../texts.ts'

type Props = {
  readonly t: Words
  readonly card: CardInput
  readonly onChange: () => void
  readonly onHandIn: () => void
}

/** The whole card for the person to read, in the own language, before anything is handed in. */
export function CardToRead({ t, card, onChange, onHandIn }: Props) {
  const { agreement } = card
  return (
    <Stack>
      <Heading level={1}>{t('resident.homeVisit.read.title')}</Heading>
      <Lead>{t('resident.homeVisit.read.lead')}</Lead>
      <Panel>
        <DescriptionList
          look="below"
          items={[
            { term: t('resident.homeVisit.card.wish'), value: <Lines text={card.wish} /> },
            { term: t('resident.homeVisit.card.name'), value: card.name && <span dir="auto">{card.name}</span> },
            { term: t('resident.homeVisit.card.phone'), value: card.phone && <bdi dir="ltr">{card.phone}</bdi> },
            { term: t('resident.homeVisit.card.reachWhen'), value: card.reachWhen },
            {
              term: t('resident.homeVisit.card.urgency'),
              value: t(`resident.homeVisit.card.${card.urgency}`),
            },
            { term: t('resident.homeVisit.card.mayTell'), value: <span dir="auto">{agreement.mayTell}</span> },
            {
              term: t('resident.homeVisit.card.toWhom'),
              value: agreement.toWhom.map((who) => t(`resident.homeVisit.receiver.${who}`)).join(' · '),
            },
            {
              term: t('resident.homeVisit.card.validUntil'),
              value: agreement.validUntil ? t.day(agreement.validUntil) : t('resident.homeVisit.read.untilHelped'),
            },
            {
              term: t('resident.homeVisit.card.given'),
              value: t(`resident.homeVisit.card.${agreement.given}`),
            },
          ]}
        />
      </Panel>
      <Notice>
        <p>{t('resident.homeVisit.read.withdraw')}</p>
        <p>{t('resident.homeVisit.read.noPromise')}</p>
      </Notice>
      <ButtonRow>
        <Button type="button" icon="check" wide onPress={onHandIn}>
          {t('resident.homeVisit.read.agree')}
        </Button>
        <Button type="button" look="secondary" icon="pencil" onPress={onChange}>
          {t('resident.homeVisit.read.change')}
        </Button>
      </ButtonRow>
    </Stack>
  )
}

/** Each line by itself, in the direction in which it is written. */
function Lines({ text }: { readonly text: string }) {
  return text.split('\n').map((line, place) => (
    <div key={`${place} ${line}`} dir="auto">
      {line}
    </div>
  ))
}
