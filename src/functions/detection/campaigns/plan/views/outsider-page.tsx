import type { Texts } from '../../../../../platform/messages/index.ts'
import { DescriptionList, Hint, Link, Section, Table } from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import type { ShownPart } from '../../tallies/reach.ts'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'
import { groundOf } from '../../views/ground.ts'

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  readonly streetNames: readonly string[]
  /** Doors per outcome, small numbers hidden; absent for who may not see figures. */
  readonly outcomes: readonly ShownPart<string>[] | undefined
  /** Whether the reader sees why it is held there: not for who rings at the doors. */
  readonly showsGround: boolean
  readonly hasCertificate: boolean
}

/** A campaign for who does not lead it: what every letter box knows, and figures for who decides about it. */
export function OutsiderPage(props: Props) {
  const { t, campaign, parts, streetNames, outcomes, showsGround, hasCertificate } = props
  return (
    <CampaignFrame t={t} campaign={campaign} part="overview" parts={parts}>
      <DescriptionList
        items={[
          { term: t('detection.campaign.reason'), value: campaign.reason },
          ...(campaign.kind === 'wholeStreet'
            ? [{ term: t('detection.campaign.part.streets'), value: streetNames.join(', ') }]
            : []),
          ...(showsGround ? groundOf(t, campaign) : []),
        ]}
      />
      {hasCertificate ? (
        <p>
          <Link href={`/campaigns/${campaign.id}/certificate`}>{t('detection.certificate.title')}</Link>
        </p>
      ) : null}
      {outcomes ? (
        <Section title={t('detection.campaign.outcomes')}>
          <Hint>{t('detection.campaign.outcomes.hint')}</Hint>
          <Table
            compact
            caption={t('detection.campaign.outcomes')}
            captionHidden
            rows={outcomes}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'outcome',
                heading: t('detection.campaign.outcomes'),
                cell: ({ key }) => t(`detection.campaign.outcome.${key}`),
                rowHeader: true,
              },
              {
                key: 'doors',
                heading: t('detection.campaign.column.doors'),
                cell: ({ shown }) => (shown === 'hidden' ? t('detection.campaign.hidden') : shown),
                numeric: true,
              },
            ]}
          />
        </Section>
      ) : null}
    </CampaignFrame>
  )
}
