import type { Texts } from '../../../../../platform/messages/index.ts'
import { DescriptionList, Heading, Name, PrintSheet, Stack, Table } from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { periodText } from '../../views/campaign-frame.tsx'
import { destroyedParts } from '../certificate.ts'
import type { DestroyedAgain, KeptCertificate } from '../certificate-store.ts'

type Props = {
  readonly t: Texts
  readonly municipalityName: string
  readonly campaign: Campaign
  readonly certificate: KeptCertificate & Partial<DestroyedAgain>
  /** Who approved it by hand; null: nobody, it went by the rule. */
  readonly approvedBy: string | null
}

/** The certificate of destruction on A4: what, how many, when, by which rule, approved by whom. No address. */
export function CertificateSheet({ t, municipalityName, campaign, certificate, approvedBy }: Props) {
  return (
    <PrintSheet label={t('detection.certificate.title')}>
      <Stack>
        <Heading level={1}>{t('detection.certificate.title')}</Heading>
        <DescriptionList
          items={[
            { term: t('detection.certificate.municipality'), value: municipalityName },
            ...itemsOfCampaign(t, campaign),
            ...itemsOfDestruction(t, certificate, approvedBy),
          ]}
        />
        <DestroyedTable t={t} destroyed={certificate.destroyed} />
        <p>{t('detection.certificate.phones')}</p>
        <p>{t('detection.certificate.stays')}</p>
        <p>
          {t('detection.certificate.hash')}
          <br />
          <code translate={false}>{certificate.hash.match(/.{8}/g)?.join(' ')}</code>
        </p>
      </Stack>
    </PrintSheet>
  )
}

const itemsOfCampaign = (t: Texts, campaign: Campaign) => [
  {
    term: t('detection.certificate.campaign'),
    value: (
      <>
        <Name>{campaign.name}</Name>, {periodText(t, campaign)}
      </>
    ),
  },
  {
    term: t('detection.campaign.legalGround'),
    value: `${t(`detection.campaign.ground.${campaign.legalGroundType}`)}: ${campaign.legalGround}`,
  },
  ...(campaign.criteria ? [{ term: t('detection.campaign.criteria'), value: campaign.criteria }] : []),
]

/** When, by which rule and by whose word; and what an older backup had brought back was destroyed again. */
function itemsOfDestruction(t: Texts, certificate: Props['certificate'], approvedBy: string | null) {
  const { destroyedAt, ruleReference, ruleDecidedBy, ruleDecidedOn, ruleDays, againAt, againRows } = certificate
  const rule = { reference: ruleReference, by: ruleDecidedBy, day: t.day(ruleDecidedOn), days: ruleDays }
  return [
    { term: t('detection.certificate.destroyedAt'), value: t.moment(destroyedAt) },
    { term: t('detection.certificate.rule'), value: t('detection.certificate.rule.text', rule) },
    {
      term: t('detection.certificate.approvedBy'),
      value: approvedBy ?? t('detection.certificate.automatic', { by: ruleDecidedBy }),
    },
    ...(againAt
      ? [
          {
            term: t('detection.certificate.again'),
            value: t('detection.certificate.again.text', { moment: t.moment(againAt), rows: againRows ?? 0 }),
          },
        ]
      : []),
  ]
}

function DestroyedTable({ t, destroyed }: { readonly t: Texts; readonly destroyed: KeptCertificate['destroyed'] }) {
  return (
    <Table
      compact
      caption={t('detection.certificate.what')}
      rows={destroyedParts}
      rowKey={(part) => part}
      columns={[
        {
          key: 'what',
          heading: t('detection.certificate.what'),
          cell: (part) => t(`detection.certificate.part.${part}`),
          rowHeader: true,
        },
        { key: 'count', heading: t('detection.certificate.count'), cell: (part) => destroyed[part], numeric: true },
      ]}
    />
  )
}
