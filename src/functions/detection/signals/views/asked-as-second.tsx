import type { Texts } from '../../../../platform/messages/index.ts'
import { Heading, LinkButton, Panel } from '../../../../ui/index.ts'
import type { SignalView } from '../signal-reading.ts'

type Props = { readonly t: Texts; readonly view: SignalView }

/** For whom one is asked to read this card, and the way to answer, or to tell them what was agreed. */
export function AskedAsSecond({ t, view: { askedOfMe, names } }: Props) {
  if (!askedOfMe) return null
  const name = names.get(askedOfMe.askedBy) ?? ''
  return (
    <Panel look="warm">
      <Heading level={2} look={3}>
        {t('detection.seconds.asked')}
      </Heading>
      <p>{t(`detection.seconds.lead.${askedOfMe.state}`, { name })}</p>
      <LinkButton href={`/seconds/${askedOfMe.id}`}>
        {t(askedOfMe.state === 'asked' ? 'detection.seconds.answer' : 'detection.seconds.tell', { name })}
      </LinkButton>
    </Panel>
  )
}
