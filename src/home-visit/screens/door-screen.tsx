import { useState } from 'preact/hooks'
import { type VisitorRound, visitTopics } from '../../functions/detection/contract.ts'
import { Button, EmptyState, Heading, Hint, LinkButton, List, Notice, Panel, Section, Stack } from '../../ui/index.ts'
import { type DoorView, doorsOf, isOut, type NotedVisit, nextDoor } from '../notebook/page.ts'
import { RightsEntry } from '../rights/rights-entry.tsx'
import { useWords } from '../texts.ts'
import { CheckIn } from './check-in.tsx'
import { HandBack } from './hand-back.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { addressText, doorWithRound, type Working } from './working.ts'

type Props = { readonly work: Working; readonly doorId: string }

/** One door: what to talk about, and afterwards what came of it. */
export function DoorScreen({ work, doorId }: Props) {
  const t = useWords()
  const [isChanging, setIsChanging] = useState(false)
  const found = doorWithRound(work.page, doorId)
  if (!found) return <EmptyState icon="house" title={t('homeVisit.door.gone')} text={t('homeVisit.door.goneText')} />
  const { door, round } = found
  const { visit } = door
  const isSettled = visit !== undefined && visit.outcome !== 'notHome' && visit.outcome !== 'notNow'
  return (
    <Stack>
      <Heading level={1}>{addressText(door)}</Heading>
      {door.returnOn ? <Hint>{t('homeVisit.door.returnOn', { day: t.day(door.returnOn) })}</Hint> : null}
      {visit ? <Noted door={door} visit={visit} /> : null}
      {isOut(work.page, round) ? null : <CheckIn work={work} round={round} />}
      {visit && !isChanging ? (
        <Afterwards work={work} round={round} visit={visit} onChange={() => setIsChanging(true)} />
      ) : null}
      {isOut(work.page, round) && (!visit || isChanging || !isSettled) ? (
        <>
          <Topics />
          <OutcomeForm work={work} door={door} corrected={isChanging ? visit : undefined} />
          {isChanging ? null : <RightsEntry doorId={door.id} />}
        </>
      ) : null}
      {visit ? null : <HandBack work={work} door={door} round={round} />}
    </Stack>
  )
}

/** The topics as a card to look at: nothing to tick, nothing to fill in. */
function Topics() {
  const t = useWords()
  return (
    <Panel look="warm">
      <Section title={t('homeVisit.topics.title')}>
        <List items={visitTopics.map((topic) => t(`homeVisit.topics.${topic}`))} />
        <Hint>{t('homeVisit.topics.hint')}</Hint>
      </Section>
    </Panel>
  )
}

type AfterwardsProps = {
  readonly work: Working
  readonly round: VisitorRound
  readonly visit: NotedVisit
  readonly onChange: () => void
}

/** On to the next door, or mend what was noted. */
function Afterwards({ work, round, visit, onChange }: AfterwardsProps) {
  const t = useWords()
  const next = isOut(work.page, round) ? nextDoor(doorsOf(work.page, round), visit.roundAddressId) : undefined
  return (
    <Stack gap="small">
      {next ? (
        <LinkButton href={`#/door/${next.id}`} look="primary" icon="door-open" wide>
          {t('homeVisit.round.next', { address: addressText(next) })}
        </LinkButton>
      ) : null}
      {visit.hasCard || visit.outcome === 'alarm' ? null : (
        <Button type="button" look="secondary" icon="pencil" wide onPress={onChange}>
          {t('homeVisit.door.change')}
        </Button>
      )}
    </Stack>
  )
}

/** What was noted at this door, and how far it is on its way. */
function Noted({ door, visit }: { readonly door: DoorView; readonly visit: NotedVisit }) {
  const t = useWords()
  return (
    <Notice
      kind={door.handing === 'refused' ? 'attention' : 'success'}
      announce
      title={t(`homeVisit.noted.${visit.outcome}`)}
    >
      {visit.sentence ? <p dir="auto">{visit.sentence}</p> : null}
      <p>{t(`homeVisit.kept.${door.handing ?? 'synced'}`)}</p>
    </Notice>
  )
}
