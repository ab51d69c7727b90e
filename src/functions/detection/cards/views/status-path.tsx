import type { Texts } from '../../../../platform/messages/index.ts'
import { CardPath } from '../../../../ui/index.ts'
import { type CardStatus, cardSteps } from '../card-status.ts'

type Props = { readonly t: Texts; readonly status: CardStatus; readonly isBrief?: boolean }

/** Where a card is and what comes next. */
export function StatusPath({ t, status, isBrief }: Props) {
  const here = cardSteps.indexOf(status.step)
  const isDone = status.step === 'done'
  return (
    <CardPath
      label={t('resident.path.label')}
      isBrief={isBrief}
      steps={cardSteps.map((step, place) => {
        const state = place < here || isDone ? 'done' : place === here ? 'current' : 'next'
        return { text: t(`resident.path.step.${step}`), state, stateText: t(`resident.path.state.${state}`) }
      })}
    />
  )
}
