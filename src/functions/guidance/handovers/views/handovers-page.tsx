import type { Texts } from '../../../../platform/messages/index.ts'
import { Count, EmptyState, LinkButton, LinkList, Section, Status, Tag } from '../../../../ui/index.ts'
import type { CaseHead } from '../../cases/case-page.ts'
import { CaseFrame, casePath } from '../../cases/views/case-frame.tsx'
import { DueOn } from '../../views/due-on.tsx'
import { bridgingDays, type Handover } from '../handover.ts'
import { handoverPath } from '../handover-path.ts'

type Props = { readonly t: Texts; readonly head: CaseHead; readonly handovers: readonly Handover[] }

/** The handovers of a case: to whom, how far, and what is promised by when. */
export function HandoversPage({ t, head, handovers }: Props) {
  return (
    <CaseFrame t={t} head={head} current="handovers">
      {handovers.length === 0 ? (
        <EmptyState
          icon="hand-heart"
          title={t('guidance.handover.none')}
          text={t('guidance.handover.noneHint')}
          action={
            <LinkButton href={`${casePath(head.care.id, 'handovers')}/new`}>{t('guidance.handover.new')}</LinkButton>
          }
        />
      ) : (
        <Section title={t('guidance.tab.handovers')} beside={<Count value={handovers.length} />}>
          <LinkList
            label={t('guidance.tab.handovers')}
            listKeys
            items={handovers.map((handover) => ({
              key: handover.id,
              href: handoverPath(head.care.id, handover.id),
              title: handover.organisationName,
              meta: <HandoverMeta t={t} handover={handover} />,
            }))}
          />
        </Section>
      )}
    </CaseFrame>
  )
}

function HandoverMeta({ t, handover }: { readonly t: Texts; readonly handover: Handover }) {
  const { state, arrivalDueOn, bridgingSince, bridgingUntil } = handover
  const days = bridgingDays(bridgingSince, bridgingUntil, t.today)
  return (
    <>
      <Status word={t(`guidance.handover.state.${state}`)} />
      {days === undefined ? null : <Tag>{t('guidance.handover.bridgingDays', { days })}</Tag>}
      {state === 'accepted' && arrivalDueOn ? <DueOn t={t} day={arrivalDueOn} /> : null}
    </>
  )
}
