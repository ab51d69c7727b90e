import { useState } from 'preact/hooks'
import { uuidv7 } from 'uuidv7'
import type { VisitorRound } from '../../functions/detection/contract.ts'
import { Button, Hint, Panel, Section, Select } from '../../ui/index.ts'
import { roundChange } from '../notebook/changes.ts'
import { useWords } from '../texts.ts'
import { DraftForm, one, type Values } from './draft-form.tsx'
import { OnCall } from './on-call.tsx'
import { momentText, type Working } from './working.ts'

const hours = ['1', '2', '3', '4', '5'] as const

/** Setting out: somebody knows that you are out and when you will be back, and you know whom to call. */
export function CheckIn({ work, round }: { readonly work: Working; readonly round: VisitorRound }) {
  const t = useWords()
  const [chosen, setChosen] = useState('3')
  const send = (values: Values) => {
    const expectedBackAt = new Date(work.now().getTime() + Number(one(values, 'hours')) * 3_600_000).toISOString()
    const body = { roundId: round.id, expectedBackAt }
    void work.write(
      [{ id: uuidv7(), kind: 'checkIn', at: momentText(work), body }],
      [roundChange({ ...round, isCheckedIn: true })],
    )
  }
  return (
    <Panel>
      <Section title={t('homeVisit.checkIn.title')}>
        <Hint>{t('homeVisit.checkIn.hint')}</Hint>
        <OnCall page={work.page} round={round} />
        <DraftForm onSend={send} onChange={(values) => setChosen(one(values, 'hours'))}>
          <Select
            name="hours"
            label={t('homeVisit.checkIn.back')}
            value={chosen}
            choices={hours.map((count) => ({ value: count, label: t('homeVisit.checkIn.hours', { count }) }))}
          />
          <Button icon="footprints" wide>
            {t('homeVisit.checkIn.go')}
          </Button>
        </DraftForm>
      </Section>
    </Panel>
  )
}
