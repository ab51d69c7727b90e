import type { Texts } from '../../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  EmptyState,
  Form,
  Lead,
  Link,
  List,
  Notice,
  Section,
  Table,
} from '../../../../../ui/index.ts'
import type { Campaign } from '../../campaign.ts'
import { CampaignFrame, type CampaignPart } from '../../views/campaign-frame.tsx'
import { type Names, roundProblemText } from '../../views/problem-text.ts'
import type { PlanWishes, ProposedRound, RoundProposal } from '../proposal.ts'

type Props = {
  readonly t: Texts
  readonly campaign: Campaign
  readonly parts: readonly CampaignPart[]
  readonly proposal: RoundProposal
  readonly wishes: PlanWishes
  readonly streetNames: ReadonlyMap<string, string>
}

/** A plan to look at before it is kept: who, when, where, how far, and what does not fit and why. */
export function ProposalPage({ t, campaign, parts, proposal, wishes, streetNames }: Props) {
  const names: Names = new Map([...proposal.members.values()].flat().map(({ id, name }) => [id, name]))
  const dated = proposal.rounds.filter(({ planned }) => planned.kind === 'day')
  return (
    <CampaignFrame t={t} campaign={campaign} part="rounds" parts={parts}>
      <Section title={t('detection.round.proposal')}>
        <Lead>{t('detection.round.proposal.lead')}</Lead>
        {dated.length === 0 ? (
          <EmptyState
            title={t('detection.round.proposal.none')}
            text={t('detection.round.proposal.none.text')}
            icon="route"
          />
        ) : (
          <>
            <ProposalTable t={t} proposal={proposal} rounds={dated} streetNames={streetNames} />
            <Form
              action={`/campaigns/${campaign.id}/rounds`}
              hidden={{ doorsPerRound: String(wishes.doorsPerRound), from: wishes.from }}
            >
              {wishes.weekdays.map((day) => (
                <input key={day} type="hidden" name="weekdays" value={day} />
              ))}
              <ButtonRow>
                <Button>{t('detection.round.keep', { rounds: dated.length })}</Button>
                <Link href={`/campaigns/${campaign.id}/rounds`}>{t('detection.round.notThis')}</Link>
              </ButtonRow>
            </Form>
          </>
        )}
        <NotPlanned t={t} proposal={proposal} names={names} />
      </Section>
    </CampaignFrame>
  )
}

type TableProps = Pick<Props, 't' | 'proposal' | 'streetNames'> & { readonly rounds: readonly ProposedRound[] }

function ProposalTable({ t, proposal, rounds, streetNames }: TableProps) {
  const pairOf = ({ teamId }: ProposedRound) => t.list((proposal.members.get(teamId) ?? []).map(({ name }) => name))
  return (
    <Table
      caption={t('detection.round.proposal')}
      captionHidden
      rows={rounds}
      rowKey={({ doors }) => doors[0]?.id ?? ''}
      columns={[
        {
          key: 'day',
          heading: t('detection.round.day'),
          cell: ({ planned }) => (planned.kind === 'day' ? t.day(planned.day) : ''),
          rowHeader: true,
        },
        { key: 'pair', heading: t('detection.round.pair'), cell: pairOf },
        {
          key: 'streets',
          heading: t('detection.campaign.part.streets'),
          cell: ({ doors }) =>
            [
              ...new Set(
                doors.map(
                  ({ streetId }) => (streetId && streetNames.get(streetId)) || t('detection.campaign.streetless'),
                ),
              ),
            ].join(', '),
        },
        {
          key: 'doors',
          heading: t('detection.campaign.column.doors'),
          cell: ({ doors }) => doors.length,
          numeric: true,
        },
        { key: 'metres', heading: t('detection.round.metres'), cell: ({ metres }) => metres, numeric: true },
      ]}
    />
  )
}

function NotPlanned({ t, proposal, names }: Pick<Props, 't' | 'proposal'> & { readonly names: Names }) {
  const undated = proposal.rounds.flatMap(({ doors, planned }) =>
    planned.kind === 'noDay' ? [{ doors: doors.length, problems: planned.problems }] : [],
  )
  if (undated.length === 0 && proposal.waiting.length === 0) return null
  return (
    <Notice kind="attention" title={t('detection.round.notPlanned')}>
      <List
        items={[
          ...undated.map(({ doors, problems }) =>
            t('detection.round.noDay', {
              doors,
              reasons: problems.map((problem) => roundProblemText(t, names, problem)).join(' '),
            }),
          ),
          ...(proposal.waiting.length > 0 ? [t('detection.round.allRefuse', { doors: proposal.waiting.length })] : []),
        ]}
      />
    </Notice>
  )
}
