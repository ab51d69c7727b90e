import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, ButtonRow, DueDate, Form, Heading, Panel } from '../../../../ui/index.ts'
import type { SignalView } from '../signal-reading.ts'
import { tellBackOutcomes } from '../telling-back/tell-back-store.ts'

type Props = { readonly t: Texts; readonly view: SignalView }

/** What the person must still hear back, in their own channel. */
export function TellBackSection({ t, view }: Props) {
  const open = view.tellBacks.filter(({ outcome }) => outcome === null)
  return (
    <>
      {open.map(({ about, channel, dueOn }) => (
        <Panel look="warm" key={about}>
          <Heading level={2} look={3}>
            {t(`detection.tellBack.${about}`)}
          </Heading>
          <p>{t(`detection.tellBack.channel.${channel}`)}</p>
          <DueDate
            words={t.dayInWords(dueOn, { isDeadline: true })}
            date={t.day(dueOn)}
            dateTime={dueOn}
            overdue={dueOn < t.today}
          />
          {channel === 'email' ? (
            <Form action={`/inbox/${view.signal.id}/tell-backs/${about}/mail`}>
              <Button look="secondary" icon="mail">
                {t('detection.tellBack.mail')}
              </Button>
            </Form>
          ) : null}
          <Form action={`/inbox/${view.signal.id}/tell-backs/${about}`} label={t(`detection.tellBack.${about}`)}>
            <ButtonRow>
              {tellBackOutcomes.map((outcome) => (
                <Button key={outcome} name="outcome" value={outcome} look={outcome === 'told' ? 'secondary' : 'quiet'}>
                  {t(`detection.tellBack.outcome.${outcome}`)}
                </Button>
              ))}
            </ButtonRow>
          </Form>
        </Panel>
      ))}
    </>
  )
}
