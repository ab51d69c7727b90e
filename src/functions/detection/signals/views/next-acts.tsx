import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, ButtonRow, Form, Heading, LinkButton, Panel, Select, Stack, TextField } from '../../../../ui/index.ts'
import { contactWays, type Move, triages } from '../signal.ts'
import type { SignalView } from '../signal-reading.ts'

type Props = { readonly t: Texts; readonly view: SignalView; readonly moves: readonly Move['kind'][] }

/** What usually comes next: the one button of this moment first. */
export function NextActs({ t, view, moves }: Props) {
  const { signal } = view
  const path = `/inbox/${signal.id}`
  const hidden = { version: String(signal.version) }
  if (moves.length === 0 || moves.includes('reopen')) return null
  return (
    <Panel>
      <Heading level={2} look={3}>
        {t('detection.card.next')}
      </Heading>
      {moves.includes('acknowledge') ? (
        <Form action={`${path}/acknowledgement`} hidden={hidden}>
          <Button shortcut="a" wide>
            {t('detection.act.acknowledge')}
          </Button>
        </Form>
      ) : null}
      {moves.includes('triage') ? <TriageForm t={t} path={path} hidden={hidden} current={signal.triage} /> : null}
      {moves.includes('attempt') ? <AttemptForm t={t} path={path} hidden={hidden} /> : null}
      {moves.includes('agree') ? (
        <Form action={`${path}/agreement`} hidden={hidden}>
          <Button shortcut="g" wide>
            {t('detection.act.agree')}
          </Button>
        </Form>
      ) : null}
      {moves.includes('openCase') ? (
        <LinkButton href={`${path}/case`} look="primary" shortcut="o" wide>
          {t('detection.act.openCase')}
        </LinkButton>
      ) : null}
      {moves.includes('decline') ? (
        <LinkButton href={`${path}/decline`} shortcut="d" wide>
          {t('detection.act.decline')}
        </LinkButton>
      ) : null}
    </Panel>
  )
}

type FormProps = { readonly t: Texts; readonly path: string; readonly hidden: { readonly version: string } }

function TriageForm({ t, path, hidden, current }: FormProps & { readonly current: string | null }) {
  return (
    <Form action={`${path}/triage`} hidden={hidden} label={t('detection.act.triage')}>
      <Stack gap="tiny">
        {triages.map((value, place) => (
          <Button key={value} name="as" value={value} look="secondary" wide shortcut={String(place + 1)}>
            {value === current
              ? t('detection.triage.now', { triage: t(`detection.triage.${value}`) })
              : t(`detection.triage.${value}`)}
          </Button>
        ))}
      </Stack>
    </Form>
  )
}

function AttemptForm({ t, path, hidden }: FormProps) {
  return (
    <Form action={`${path}/contact-attempts`} hidden={hidden} label={t('detection.act.attempt')}>
      <Select
        name="way"
        label={t('detection.act.attempt')}
        choices={contactWays.map((value) => ({ value, label: t(`detection.way.${value}`) }))}
        width="full"
      />
      <TextField
        name="note"
        label={t('detection.act.note')}
        hint={t('detection.act.noteHint')}
        optionalText={t('resident.card.optional')}
        maxLength={300}
        numberPatternWarning={t('resident.card.numberWarning')}
      />
      <ButtonRow>
        <Button name="reached" value="yes" look="secondary" shortcut="b">
          {t('detection.act.reached')}
        </Button>
        <Button name="reached" value="no" look="quiet" shortcut="x">
          {t('detection.act.notReached')}
        </Button>
      </ButtonRow>
    </Form>
  )
}
