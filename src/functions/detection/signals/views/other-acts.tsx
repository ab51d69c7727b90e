import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, Disclosure, Form, Link, LinkButton, Panel, Select, Stack } from '../../../../ui/index.ts'
import { closingReasons, isOpen, type Move } from '../signal.ts'
import type { SignalView } from '../signal-reading.ts'

type Props = {
  readonly t: Texts
  readonly view: SignalView
  readonly moves: readonly Move['kind'][]
  readonly userId: string
}

/** What is done now and then: give it to a colleague, close it, print it, a danger. */
export function OtherActs({ t, view, moves, userId }: Props) {
  const { signal, card } = view
  const path = `/inbox/${signal.id}`
  const hidden = { version: String(signal.version) }
  return (
    <Panel look="dashed">
      {isOpen(signal.state) ? <AssignForms t={t} view={view} userId={userId} /> : null}
      {moves.includes('close') ? (
        <Disclosure summary={t('detection.act.close')}>
          <Form action={`${path}/closing`} hidden={hidden}>
            <Select
              name="because"
              label={t('detection.act.closeBecause')}
              choices={closingReasons.map((value) => ({ value, label: t(`detection.closing.${value}`) }))}
              width="full"
            />
            <Button look="secondary">{t('detection.act.close')}</Button>
          </Form>
        </Disclosure>
      ) : null}
      {moves.includes('reopen') ? (
        <Form action={`${path}/reopening`} hidden={hidden}>
          <Button look="secondary" icon="undo-2" wide>
            {t('detection.act.reopen')}
          </Button>
        </Form>
      ) : null}
      {signal.caseId ? (
        <LinkButton href={`/cases/${signal.caseId}`} icon="folder-open" wide>
          {t('detection.act.toCase')}
        </LinkButton>
      ) : null}
      {card?.content ? (
        <Stack gap="small">
          <Link href={`${path}/print`} icon="printer">
            {t('detection.act.print')}
          </Link>
          <Link href={`/rights/new?card=${signal.id}`} icon="scroll-text">
            {t('detection.act.rights')}
          </Link>
          {isOpen(signal.state) ? (
            <Link href={`${path}/safety-concern`} icon="siren">
              {t('detection.act.safety')}
            </Link>
          ) : null}
        </Stack>
      ) : null}
    </Panel>
  )
}

function AssignForms({ t, view, userId }: Pick<Props, 't' | 'view' | 'userId'>) {
  const { signal, coordinators } = view
  const action = `/inbox/${signal.id}/assignment`
  const hidden = { version: String(signal.version) }
  return (
    <>
      {signal.assigneeUserId === userId ? null : (
        <Form action={action} hidden={{ ...hidden, to: userId }}>
          <Button look="secondary" shortcut="m" wide>
            {t('detection.act.takeMyself')}
          </Button>
        </Form>
      )}
      <Disclosure summary={t('detection.act.assign')}>
        <Form action={action} hidden={hidden}>
          <Select
            name="to"
            label={t('detection.act.assignTo')}
            value={signal.assigneeUserId}
            emptyText={t('detection.filter.nobody')}
            choices={coordinators.map((one) => ({ value: one.userId, label: one.name }))}
            width="full"
          />
          <Button look="secondary">{t('detection.act.assign')}</Button>
        </Form>
      </Disclosure>
    </>
  )
}
