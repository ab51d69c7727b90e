import {
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { ConfirmPanel } from '../../../../ui/index.ts'
import { leadCampaigns } from '../access.ts'
import type { Refused } from '../campaign-steps.ts'
import { campaignAt, type Needs } from '../parts.ts'
import { takeStep } from './actions.ts'
import { announcementForm } from './forms.ts'
import { leaderPage } from './overview.tsx'

/** The steps of a campaign from planned to ended. */
export function stepRoutes(routes: Routes, needs: Needs): void {
  routes.post('/campaigns/:id/announcement', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const campaign = await campaignAt(needs, c)
    const form = await parseForm(c, announcementForm)
    if (!form.ok) return leaderPage(needs, c, campaign, t(form.errors[0]?.key ?? 'form.error.invalid'))
    const step = { kind: 'announce', ...form.data } as const
    const taken = await takeStep(needs, staffOf(c), campaign.id, step, t.today)
    if (taken?.kind === 'refused') return leaderPage(needs, c, campaign, refusalText(t, taken))
    leaveFlash(c, 'detection.campaign.announced')
    return c.redirect(`/campaigns/${campaign.id}`, 303)
  })

  routes.post('/campaigns/:id/opening', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const campaign = await campaignAt(needs, c)
    const taken = await takeStep(needs, staffOf(c), campaign.id, { kind: 'start' }, t.today)
    if (taken?.kind === 'refused') return leaderPage(needs, c, campaign, refusalText(t, taken))
    leaveFlash(c, 'detection.campaign.started')
    return c.redirect(`/campaigns/${campaign.id}`, 303)
  })

  routes.get('/campaigns/:id/closing', may(leadCampaigns), async (c) => {
    const t = c.get('t')
    const campaign = await campaignAt(needs, c)
    return workplacePage(
      c,
      { title: t('detection.campaign.end') },
      <ConfirmPanel
        title={t('detection.campaign.end.ask', { name: campaign.name })}
        consequences={[
          t('detection.campaign.end.visitors'),
          t('detection.campaign.end.counts'),
          t('detection.campaign.end.final'),
        ]}
        action={`/campaigns/${campaign.id}/closing`}
        confirmText={t('detection.campaign.end')}
        cancel={{ href: `/campaigns/${campaign.id}`, text: t('detection.campaign.end.not') }}
        danger
      />,
    )
  })
  routes.post('/campaigns/:id/closing', may(leadCampaigns), async (c) => {
    const id = c.req.param('id')
    const taken = await takeStep(needs, staffOf(c), id, { kind: 'end' }, c.get('t').today)
    if (!taken) notFound('campaign', id)
    leaveFlash(c, 'detection.campaign.endedNow')
    return c.redirect(`/campaigns/${id}`, 303)
  })
}

const refusalText = (t: Texts, { reason, addresses }: Refused): string =>
  t(`detection.campaign.refused.${reason}`, { addresses })
