import type { Texts } from '../../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  Panel,
  Section,
} from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'

type Props = { readonly t: Texts; readonly campaign: Campaign; readonly error?: string | undefined }

/** The step that comes next: say that the letters are delivered, start, end. */
export function NextStep({ t, campaign, error }: Props) {
  if (campaign.state === 'ended') return null
  return (
    <Section title={t('detection.campaign.next')}>
      <ErrorSummary title={t('form.summary')} errors={error ? [{ field: 'deliveredOn', text: error }] : []} />
      <Panel look="warm">
        {campaign.state === 'planned' ? <Announcing t={t} campaign={campaign} error={error} /> : null}
        {campaign.state === 'announced' ? <Starting t={t} campaign={campaign} /> : null}
        {campaign.state === 'running' ? (
          <p>{t('detection.campaign.next.running', { day: t.day(campaign.endsOn) })}</p>
        ) : null}
        <ButtonRow>
          <LinkButton href={`/campaigns/${campaign.id}/closing`} look="quiet">
            {t('detection.campaign.end')}
          </LinkButton>
        </ButtonRow>
      </Panel>
    </Section>
  )
}

function Announcing({ t, campaign, error }: Props) {
  return (
    <Form action={`/campaigns/${campaign.id}/announcement`}>
      <p>{t('detection.campaign.next.announce')}</p>
      <DateField
        name="deliveredOn"
        label={t('detection.campaign.deliveredOn')}
        value={t.today}
        max={t.today}
        error={error}
        required
      />
      <ButtonRow>
        <Button icon="send">{t('detection.campaign.announce')}</Button>
      </ButtonRow>
    </Form>
  )
}

function Starting({ t, campaign }: Props) {
  if (t.today < campaign.startsOn) return <p>{t('detection.campaign.next.wait', { day: t.day(campaign.startsOn) })}</p>
  return (
    <Form action={`/campaigns/${campaign.id}/opening`}>
      <p>{t('detection.campaign.next.start')}</p>
      <ButtonRow>
        <Button>{t('detection.campaign.start')}</Button>
      </ButtonRow>
    </Form>
  )
}
