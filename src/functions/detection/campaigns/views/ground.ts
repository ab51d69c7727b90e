import type { Texts } from '../../../../platform/messages/index.ts'
import type { Campaign } from '../campaign.ts'

/** Who decided a campaign, on what ground and, of a selected one, by what criteria and until when its list exists. */
export function groundOf(t: Texts, campaign: Campaign): readonly { readonly term: string; readonly value: string }[] {
  const { decidedBy, decidedOn, legalGroundType, legalGround, criteria, destroyOn } = campaign
  return [
    { term: t('detection.campaign.decidedBy'), value: `${decidedBy}, ${t.day(decidedOn)}` },
    {
      term: t('detection.campaign.legalGround'),
      value: `${t(`detection.campaign.ground.${legalGroundType}`)}: ${legalGround}`,
    },
    ...(criteria ? [{ term: t('detection.campaign.criteria'), value: criteria }] : []),
    ...(destroyOn ? [{ term: t('detection.campaign.destroyOn'), value: t.day(destroyOn) }] : []),
  ]
}
