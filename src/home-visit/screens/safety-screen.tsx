import { uuidv7 } from 'uuidv7'
import { Button, Heading, Lead, List, Notice, Section, Stack } from '../../ui/index.ts'
import { useWords } from '../texts.ts'
import { OnCall } from './check-in.tsx'
import { EmergencyNumbers } from './emergency-numbers.tsx'
import { doorWithRound, momentText, roundToShow, type Working } from './working.ts'

type Props = { readonly work: Working; readonly doorId: string }

/** The safety path: stop, call. Nothing is written here; only that help was asked is passed on. */
export function SafetyScreen({ work, doorId }: Props) {
  const t = useWords()
  const round = doorWithRound(work.page, doorId)?.round ?? roundToShow(work.page)
  const asked = work.page.acts.some(({ act, state }) => act.kind === 'askHelp' && state === 'waiting')
  const ask = () =>
    void work.write([{ id: uuidv7(), kind: 'askHelp', at: momentText(), body: round ? { roundId: round.id } : {} }])
  return (
    <Stack>
      <Heading level={1}>{t('homeVisit.safety.title')}</Heading>
      <Lead>{t('homeVisit.safety.lead')}</Lead>
      <List
        look="numbers"
        items={[t('homeVisit.safety.leave'), t('homeVisit.safety.callNow'), t('homeVisit.safety.callCoordinator')]}
      />
      <Section title={t('homeVisit.safety.coordinator')}>
        <OnCall work={work} round={round} />
        {asked ? (
          <Notice kind="success" announce>
            {t('homeVisit.safety.asked')}
          </Notice>
        ) : (
          <Button type="button" look="danger" icon="siren" wide onPress={ask}>
            {t('homeVisit.safety.ask')}
          </Button>
        )}
      </Section>
      <Section title={t('homeVisit.safety.numbers')}>
        <EmergencyNumbers jurisdiction={work.page.self?.municipality.jurisdiction} />
      </Section>
      <Notice>{t('homeVisit.safety.nothingWritten')}</Notice>
    </Stack>
  )
}
