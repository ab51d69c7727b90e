import type { ComponentChildren } from 'preact'
import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Cluster, Heading, Stack, Status, SubNavigation } from '../../../../ui/index.ts'
import type { Campaign } from '../campaign.ts'

/** The parts of a campaign, each a page. */
export const campaignParts = [
  'overview',
  'streets',
  'addresses',
  'letters',
  'opt-outs',
  'pairs',
  'rounds',
  'tallies',
] as const
export type CampaignPart = (typeof campaignParts)[number]

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly part: CampaignPart
  /** Parts the reader may open. */
  readonly parts: readonly CampaignPart[]
  readonly children: ComponentChildren
}

/** Name, state and parts of a campaign around one of its pages. */
export function CampaignFrame({ t, campaign, part, parts, children }: Props) {
  const base = `/campaigns/${campaign.id}`
  const otherKind = campaign.kind === 'selected' ? 'streets' : 'addresses'
  return (
    <Stack>
      <BackLink href="/campaigns" text={t('detection.campaign.back')} />
      <Heading level={1}>{campaign.name}</Heading>
      <Cluster>
        <Status word={t(`detection.campaign.state.${campaign.state}`)} />
        <span>{periodText(t, campaign)}</span>
      </Cluster>
      {parts.length > 1 ? (
        <SubNavigation
          label={t('detection.campaign.parts')}
          items={parts
            .filter((one) => one !== otherKind)
            .map((one) => ({
              href: one === 'overview' ? base : `${base}/${one}`,
              text: t(`detection.campaign.part.${one}`),
              current: one === part,
            }))}
        />
      ) : null}
      {children}
    </Stack>
  )
}

/** `23 november 2026 – 20 december 2026` */
export const periodText = (t: Texts, { startsOn, endsOn }: Pick<Campaign, 'startsOn' | 'endsOn'>): string =>
  `${t.day(startsOn)} – ${t.day(endsOn)}`
