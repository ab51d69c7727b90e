import { useState } from 'preact/hooks'
import { uuidv7 } from 'uuidv7'
import { Button, Heading, Lead, LinkButton, List, Notice, Section, Stack } from '../../ui/index.ts'
import { waitingActs } from '../notebook/page.ts'
import { useWords } from '../texts.ts'
import { EmergencyNumbers } from './emergency-numbers.tsx'
import { onCallOf } from './on-call.tsx'
import { useOnePress } from './one-press.ts'
import { doorWithRound, momentText, roundToShow, type Working } from './working.ts'

type Props = { readonly work: Working; readonly doorId: string }

/** The safety path: stop, call. Calling needs no internet; nothing is written here, only that help was asked is passed on. */
export function SafetyScreen({ work, doorId }: Props) {
  const t = useWords()
  const found = doorWithRound(work.page, doorId)
  const round = found?.round ?? roundToShow(work)
  const { name, phone } = onCallOf(work.page, round)
  return (
    <Stack>
      <Heading level={1}>{t('homeVisit.safety.title')}</Heading>
      <Lead>{t('homeVisit.safety.lead')}</Lead>
      <List
        look="numbers"
        items={[t('homeVisit.safety.leave'), t('homeVisit.safety.callNow'), t('homeVisit.safety.callCoordinator')]}
      />
      <LinkButton href="tel:112" look="danger" icon="siren" wide>
        {t('homeVisit.safety.call', { number: '112' })}
      </LinkButton>
      {phone ? (
        <LinkButton href={`tel:${phone.replace(/[^\d+]/g, '')}`} look="primary" icon="phone" wide>
          {t('homeVisit.safety.call', { number: [name, phone.replaceAll(' ', '\u00a0')].filter(Boolean).join(', ') })}
        </LinkButton>
      ) : null}
      <AskToCall work={work} roundId={round?.id} isAlarm={found?.door.visit?.outcome === 'alarm'} />
      <Notice>{t('homeVisit.safety.nothingWritten')}</Notice>
      <Section title={t('homeVisit.safety.numbers')}>
        <EmergencyNumbers jurisdiction={work.page.self?.municipality.jurisdiction} />
      </Section>
    </Stack>
  )
}

type AskProps = { readonly work: Working; readonly roundId: string | undefined; readonly isAlarm: boolean }

/** After an alarm there is nothing left to ask; otherwise a button, and afterwards how far the question is on its way. */
function AskToCall({ work, roundId, isAlarm }: AskProps) {
  const t = useWords()
  const [isAsked, setIsAsked] = useState(false)
  const isWaiting = waitingActs(work.page).some(({ act }) => act.kind === 'askHelp' || act.kind === 'raiseAlarm')
  const press = useOnePress()
  const ask = async () => {
    const body = roundId ? { roundId } : {}
    const isKept = await work.write([{ id: uuidv7(), kind: 'askHelp', at: momentText(work), body }])
    setIsAsked(isKept)
    return isKept
  }
  if (isWaiting || isAsked || isAlarm)
    return (
      <Notice kind={isWaiting ? 'attention' : 'success'} announce>
        {t(isWaiting ? 'homeVisit.safety.asked' : 'homeVisit.safety.arrived')}
      </Notice>
    )
  return (
    <Button type="button" look="secondary" icon="phone" wide onPress={() => void press(ask)}>
      {t('homeVisit.safety.ask')}
    </Button>
  )
}
