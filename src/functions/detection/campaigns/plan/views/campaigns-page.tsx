import type { Texts } from '../../../../../platform/messages/index.ts'
import { Cluster, EmptyState, Heading, Lead, LinkButton, LinkList, Stack, Status } from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { periodText } from '../../views/campaign-frame.tsx'

type Props = {
  readonly t: Texts
  readonly campaigns: readonly Campaign[]
  readonly isLeader: boolean
  readonly setsRule: boolean
}

/** All campaigns, those that need work first. */
export function CampaignsPage({ t, campaigns, isLeader, setsRule }: Props) {
  return (
    <Stack>
      <Cluster spread="between">
        <Heading level={1}>{t('detection.campaign.title')}</Heading>
        {isLeader ? (
          <LinkButton href="/campaigns/new" look="primary" icon="plus">
            {t('detection.campaign.new')}
          </LinkButton>
        ) : null}
      </Cluster>
      <Lead>{t('detection.campaign.lead')}</Lead>
      {campaigns.length === 0 ? (
        <EmptyState
          title={t('detection.campaign.none')}
          text={t(isLeader ? 'detection.campaign.none.text' : 'detection.campaign.none.later')}
          icon="door-open"
        />
      ) : (
        <LinkList
          label={t('detection.campaign.title')}
          listKeys
          items={campaigns.map((campaign) => ({
            href: `/campaigns/${campaign.id}`,
            title: campaign.name,
            meta: <Status word={t(`detection.campaign.state.${campaign.state}`)} />,
            description: periodText(t, campaign),
          }))}
        />
      )}
      <Cluster>
        {isLeader ? (
          <LinkButton href="/campaigns/new?kind=selected" look="quiet" icon="plus">
            {t('detection.campaign.newSelected')}
          </LinkButton>
        ) : null}
        {setsRule ? (
          <LinkButton href="/visit-list-rule" look="quiet" icon="trash-2">
            {t('detection.visitListRule.title')}
          </LinkButton>
        ) : null}
      </Cluster>
    </Stack>
  )
}
