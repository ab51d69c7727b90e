import { uuidv7 } from 'uuidv7'
import type { VisitorRound } from '../../functions/detection/contract.ts'
import {
  Button,
  EmptyState,
  Heading,
  type IconName,
  Lead,
  LinkButton,
  LinkList,
  Panel,
  Section,
  Stack,
  Status,
} from '../../ui/index.ts'
import { roundChange } from '../notebook/changes.ts'
import { type DoorView, doorsOf, isOut, nextDoor } from '../notebook/page.ts'
import { useWords } from '../texts.ts'
import { CheckIn } from './check-in.tsx'
import { addressText, momentText, numberText, roundToShow, todayHere, type Working } from './working.ts'

/** Today's round: the next door first, then all doors by street in walking order, then the rounds to come. */
export function RoundScreen({ work }: { readonly work: Working }) {
  const t = useWords()
  const { page } = work
  const frozenSince = page.self?.visitor.frozenSince
  const round = roundToShow(work)
  if (!round) {
    return (
      <Stack>
        <Heading level={1}>{t('homeVisit.round.title')}</Heading>
        <EmptyState
          icon="route"
          title={t('homeVisit.round.none')}
          text={frozenSince ? t('homeVisit.round.frozen', { day: t.day(frozenSince) }) : t('homeVisit.round.noneText')}
        />
      </Stack>
    )
  }
  const isToday = round.day === todayHere(work)
  return (
    <Stack>
      <Heading level={1}>
        {isToday ? t('homeVisit.round.today') : t('homeVisit.round.on', { day: t.day(round.day) })}
      </Heading>
      <Lead>
        {t('homeVisit.round.lead', { campaign: round.campaign, count: round.doors.length })}
        {` ${round.partner ? t('homeVisit.round.partner', { name: round.partner }) : t('homeVisit.round.notAlone')}`}
      </Lead>
      {isToday ? <OnTheWay work={work} round={round} /> : null}
      <Doors doors={doorsOf(page, round)} />
      <Later work={work} shown={round} />
    </Stack>
  )
}

function OnTheWay({ work, round }: { readonly work: Working; readonly round: VisitorRound }) {
  const t = useWords()
  if (!isOut(work.page, round)) return <CheckIn work={work} round={round} />
  const next = nextDoor(doorsOf(work.page, round))
  const checkOut = () =>
    void work.write(
      [{ id: uuidv7(), kind: 'checkOut', at: momentText(work), body: { roundId: round.id } }],
      [roundChange({ ...round, isCheckedIn: false })],
    )
  return (
    <Stack gap="small">
      {next ? (
        <LinkButton href={`#/door/${next.id}`} look="primary" icon="door-open" wide>
          {t('homeVisit.round.next', { address: addressText(next) })}
        </LinkButton>
      ) : (
        <Panel look="warm">
          <p>{t('homeVisit.round.allDone')}</p>
        </Panel>
      )}
      <Button type="button" look="secondary" icon="house" wide onPress={checkOut}>
        {t('homeVisit.round.checkOut')}
      </Button>
    </Stack>
  )
}

function Doors({ doors }: { readonly doors: readonly DoorView[] }) {
  const t = useWords()
  return (
    <>
      {[...Map.groupBy(doors, ({ street }) => street)].map(([street, own]) => (
        <Section key={street} title={street ?? t('homeVisit.round.withoutStreet')}>
          <LinkList
            label={street ?? t('homeVisit.round.withoutStreet')}
            ordered
            items={own.map((door) => ({
              key: door.id,
              title: numberText(door),
              href: `#/door/${door.id}`,
              meta: <DoorState door={door} />,
              description: door.returnOn ? t('homeVisit.door.returnOn', { day: t.day(door.returnOn) }) : undefined,
            }))}
          />
        </Section>
      ))}
    </>
  )
}

/** How a door stands, and how far that is on its way to the server. */
function DoorState({ door }: { readonly door: DoorView }) {
  const t = useWords()
  if (!door.outcome) return <Status word={t('homeVisit.door.toDo')} icon="circle" weight="quiet" />
  return (
    <>
      <Status word={t(`homeVisit.noted.${door.outcome}`)} icon={outcomeIcons[door.outcome]} />
      {door.handing && door.handing !== 'synced' ? (
        <Status word={t(`homeVisit.handing.${door.handing}`)} icon={handingIcons[door.handing]} weight="strong" />
      ) : null}
    </>
  )
}

const outcomeIcons: Readonly<Record<NonNullable<DoorView['outcome']>, IconName>> = {
  notHome: 'door-open',
  notNow: 'clock',
  noWish: 'x',
  pleasantTalk: 'message-circle',
  cardFilled: 'file-text',
  alarm: 'siren',
}
const handingIcons: Readonly<Record<'waiting' | 'refused', IconName>> = { waiting: 'upload', refused: 'triangle-alert' }

function Later({ work, shown }: { readonly work: Working; readonly shown: VisitorRound }) {
  const t = useWords()
  const later = work.page.rounds.filter(({ id }) => id !== shown.id)
  if (later.length === 0) return null
  return (
    <Section title={t('homeVisit.round.later')}>
      <LinkList
        items={later.map((round) => ({
          key: round.id,
          title: t.day(round.day),
          icon: 'calendar',
          description: t('homeVisit.round.lead', { campaign: round.campaign, count: round.doors.length }),
        }))}
      />
    </Section>
  )
}
