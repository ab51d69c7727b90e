import {
  type Ctx,
  conflict,
  leaveFlash,
  may,
  municipalityOf,
  notFound,
  printPage,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { namesOf } from '../../../../platform/identity/colleagues.ts'
import { ConfirmPanel, LinkButton, Notice } from '../../../../ui/index.ts'
import { leadCampaigns, readCertificates } from '../access.ts'
import type { Campaign } from '../campaign.ts'
import { campaignAt, type Needs } from '../parts.ts'
import { destroyByHand, whyNotDestroyed } from '../retention/destroy-lists.ts'
import { visitListRule } from '../retention/visit-list-rule-store.ts'
import { certificateOf } from './certificate-store.ts'
import { CertificateSheet } from './views/certificate-sheet.tsx'

/** Destroying the lists of a campaign before their day, and the certificate that they are gone. */
export function certificateRoutes(routes: Routes, needs: Needs): void {
  routes.get('/campaigns/:id/certificate', may(readCertificates), async (c) => {
    const t = c.get('t')
    const campaign = await campaignAt(needs, c)
    const { certificate, names } = await needs.transact(staffOf(c), async (tx) => {
      const kept = (await certificateOf(tx, campaign.id)) ?? notFound('certificate', campaign.id)
      return { certificate: kept, names: await namesOf(tx, kept.approvedBy ? [kept.approvedBy] : []) }
    })
    const { approvedBy } = certificate
    return printPage(
      c,
      {
        title: t('detection.certificate.title'),
        back: { href: `/campaigns/${campaign.id}`, text: campaign.name },
        hint: t('detection.certificate.hint'),
      },
      <CertificateSheet
        t={t}
        municipalityName={municipalityOf(c).name}
        campaign={campaign}
        certificate={certificate}
        approvedBy={approvedBy && (names.get(approvedBy) ?? '–')}
      />,
    )
  })

  routes.get('/campaigns/:id/destruction', may(leadCampaigns), async (c) =>
    askPage(needs, c, await campaignAt(needs, c)),
  )

  routes.post('/campaigns/:id/destruction', may(leadCampaigns), async (c) => {
    const { id } = await campaignAt(needs, c)
    if ((await destroyByHand(needs, staffOf(c), id, c.get('t').today)) !== 'destroyed')
      conflict('lists that cannot go now')
    leaveFlash(c, 'detection.destruction.done')
    return c.redirect(`/campaigns/${id}`, 303)
  })
}

async function askPage(needs: Needs, c: Ctx, campaign: Campaign): Promise<Response> {
  const t = c.get('t')
  const path = `/campaigns/${campaign.id}`
  const rule = await needs.transact(staffOf(c), visitListRule)
  const refusal = whyNotDestroyed(campaign, rule)
  return workplacePage(
    c,
    { title: t('detection.destruction.now') },
    refusal ? (
      <Notice kind="attention" title={t(`detection.destruction.refused.${refusal}`)}>
        <LinkButton href={refusal === 'noRule' ? '/visit-list-rule' : path}>
          {refusal === 'noRule' ? t('detection.visitListRule.title') : campaign.name}
        </LinkButton>
      </Notice>
    ) : (
      <ConfirmPanel
        title={t('detection.destruction.ask', { name: campaign.name })}
        consequences={[
          t('detection.destruction.gone'),
          t('detection.certificate.phones'),
          t('detection.certificate.stays'),
          t('detection.destruction.approve', { reference: rule?.reference ?? '' }),
        ]}
        action={`${path}/destruction`}
        confirmText={t('detection.destruction.confirm')}
        cancel={{ href: path, text: t('detection.campaign.end.not') }}
        danger
      />
    ),
  )
}
