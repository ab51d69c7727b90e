import type { Texts } from '../../../../platform/messages/index.ts'
import { ButtonRow, Heading, LinkButton, Notice, Stack } from '../../../../ui/index.ts'
import type { EndedHandover } from '../handover-store.ts'

type Props = { readonly t: Texts; readonly ended: EndedHandover }

/** For who answers a handover that ended meanwhile: how and when it did. What was shared is no longer theirs to read. */
export function EndedHandoverPage({ t, ended }: Props) {
  const state = t(`guidance.handover.state.${ended.state}`)
  return (
    <Stack>
      <Heading level={1}>{t('guidance.problem.title')}</Heading>
      <Notice kind="attention" announce>
        {t('guidance.received.endedMeanwhile', { state, moment: t.moment(ended.endedAt) })}
      </Notice>
      <ButtonRow>
        <LinkButton href="/handovers">{t('guidance.received.title')}</LinkButton>
      </ButtonRow>
    </Stack>
  )
}
