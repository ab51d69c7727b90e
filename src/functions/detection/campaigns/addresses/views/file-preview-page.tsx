import type { Texts } from '../../../../../platform/messages/index.ts'
import { addressLine } from '../../../../../registers/places/index.ts'
import {
  Button,
  ButtonRow,
  Disclosure,
  Form,
  LinkButton,
  List,
  Notice,
  Section,
  Table,
} from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'
import type { MatchedLine } from '../match-lines.ts'

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  readonly lines: readonly MatchedLine[]
}

/** What of a file would go on the list, and which lines not and why. Nothing is kept until it is confirmed. */
export function FilePreviewPage({ t, campaign, parts, lines }: Props) {
  const base = `/campaigns/${campaign.id}/addresses`
  const found = lines.flatMap((one) => (one.kind === 'found' ? one.address : []))
  const left = lines.filter((one) => one.kind === 'left')
  return (
    <CampaignFrame t={t} campaign={campaign} part="addresses" parts={parts}>
      <Section title={t('detection.addresses.preview')}>
        <Notice kind={left.length > 0 ? 'attention' : 'info'}>
          <p>{t('detection.addresses.preview.found', { found: found.length, lines: lines.length })}</p>
          <p>{t('detection.addresses.preview.nothingKept')}</p>
        </Notice>
        {found.length > 0 ? (
          <Disclosure summary={t('detection.addresses.show', { addresses: found.length })}>
            <List items={found.map((address) => `${addressLine(t, address)}, ${address.postalCode}`)} />
          </Disclosure>
        ) : null}
        <Form action={base} hidden={{ addressIds: found.map(({ id }) => id).join(' ') }}>
          <ButtonRow>
            {found.length > 0 ? (
              <Button>{t('detection.addresses.preview.add', { addresses: found.length })}</Button>
            ) : null}
            <LinkButton href={base} look="quiet">
              {t('detection.addresses.preview.not')}
            </LinkButton>
          </ButtonRow>
        </Form>
        {left.length > 0 ? <LeftTable t={t} left={left} /> : null}
      </Section>
    </CampaignFrame>
  )
}

type Left = Extract<MatchedLine, { readonly kind: 'left' }>

function LeftTable({ t, left }: { readonly t: Texts; readonly left: readonly Left[] }) {
  return (
    <Table
      caption={t('detection.addresses.left', { lines: left.length })}
      rows={left}
      rowKey={({ line }) => String(line.line)}
      columns={[
        { key: 'line', heading: t('detection.addresses.line'), cell: ({ line }) => line.line, rowHeader: true },
        { key: 'text', heading: t('detection.addresses.lineText'), cell: ({ line }) => asTyped(line) },
        {
          key: 'problem',
          heading: t('detection.addresses.why'),
          cell: ({ problem }) => t(`detection.addresses.problem.${problem}`),
        },
      ]}
    />
  )
}

const asTyped = ({ street, number, box, postalCode }: Left['line']) =>
  [street, number, box && `/ ${box}`, postalCode].filter((part) => part !== '').join(' ')
