import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  Checklist,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  List,
  Section,
  Stack,
} from '../../../../ui/index.ts'
import type { Volunteer } from '../../volunteer.ts'
import { type Care, formalities, trainingTopics } from '../care.ts'
import { DayForm } from './day-form.tsx'

/** What was wrong with the day just sent; `field` is the part of the page. */
export type CareError = { readonly field: string; readonly text: string }

type Props = {
  readonly t: Texts
  readonly volunteer: Volunteer
  readonly care: Care
  /** Names of colleagues by account. */
  readonly names: ReadonlyMap<string, string>
  readonly error?: CareError | undefined
}
type PartProps = Props & { readonly base: string }

/** What somebody learned, the talks they are owed, contact and formalities: for who guides them. */
export function CarePage(props: Props) {
  const { t, volunteer, error } = props
  const base = `/volunteers/${volunteer.id}`
  return (
    <Stack>
      <BackLink href={base} text={t('volunteers.backToFile')} />
      <Heading level={1}>{t('volunteers.care.of', { name: volunteer.name })}</Heading>
      <Lead>{t('volunteers.care.lead')}</Lead>
      <ErrorSummary
        title={t('form.summary')}
        errors={error ? [{ field: `on-${error.field}`, text: error.text }] : []}
      />
      <Debriefs {...props} base={base} />
      <Contact {...props} base={base} />
      <Trainings {...props} base={base} />
      <Formalities {...props} base={base} />
    </Stack>
  )
}

function Debriefs({ t, care, names, base, error }: PartProps) {
  return (
    <Section title={t('volunteers.debriefs.section')} id="debriefs">
      <p>{t('volunteers.debriefs.hint')}</p>
      {care.debriefs.length > 0 ? (
        <Checklist
          doneText={t('volunteers.debriefs.held')}
          openText={t('volunteers.debriefs.open')}
          items={care.debriefs.map(({ id, origin, visitedOn, dueAt, heldOn, heldBy }) => ({
            text: t(`volunteers.debriefs.origin.${origin}`, { day: t.day(visitedOn) }),
            done: heldOn !== null,
            hint: heldOn
              ? t('volunteers.debriefs.heldBy', { day: t.day(heldOn), name: (heldBy && names.get(heldBy)) || '–' })
              : t('volunteers.debriefs.due', { moment: t.moment(dueAt) }),
            action: heldOn ? undefined : (
              <DayForm
                t={t}
                action={`${base}/debriefs/${id}/holding`}
                field={`debrief-${id}`}
                label={t('volunteers.debriefs.heldOn')}
                button={t('volunteers.debriefs.hold')}
                about={t.day(visitedOn)}
                error={error}
              />
            ),
          }))}
        />
      ) : null}
      <Form action={`${base}/debriefs`} look="inline" label={t('volunteers.debriefs.ask')}>
        <Button look="secondary">{t('volunteers.debriefs.ask')}</Button>
      </Form>
    </Section>
  )
}

function Contact({ t, care, base, error }: PartProps) {
  return (
    <Section title={t('volunteers.contact.title')} id="contact">
      <p>
        {care.contactOn
          ? t('volunteers.contact.on', { day: t.day(care.contactOn), words: t.dayInWords(care.contactOn) })
          : t('volunteers.contact.none')}
      </p>
      <DayForm
        t={t}
        action={`${base}/contacts`}
        field="contact"
        label={t('volunteers.contact.day')}
        button={t('volunteers.contact.note')}
        about={t('volunteers.contact.title')}
        error={error}
      />
    </Section>
  )
}

function Trainings({ t, care, base, error }: PartProps) {
  const followed = new Map(care.trainings.map(({ topic, followedOn }) => [topic, followedOn]))
  return (
    <Section title={t('volunteers.training.title')} id="trainings">
      <Checklist
        doneText={t('volunteers.training.done')}
        openText={t('volunteers.training.open')}
        items={trainingTopics.map((topic) => {
          const day = followed.get(topic)
          const text = t(`volunteers.training.topic.${topic}`)
          return {
            text,
            done: day !== undefined,
            hint: day ? t('volunteers.onboarding.on', { day: t.day(day) }) : undefined,
            action: day ? undefined : (
              <DayForm
                t={t}
                action={`${base}/trainings`}
                hidden={{ topic }}
                field={`training-${topic}`}
                label={t('volunteers.training.day')}
                button={t('volunteers.onboarding.note')}
                about={text}
                error={error}
              />
            ),
          }
        })}
      />
    </Section>
  )
}

/** Which formalities there are is help to read out; only that it was settled is kept. */
function Formalities({ t, care, base, error }: PartProps) {
  return (
    <Section title={t('volunteers.formality.title')} id="formalities">
      <p>{t('volunteers.formality.ask')}</p>
      <Disclosure summary={t('volunteers.formality.help')}>
        <List items={formalities.map((formality) => t(`volunteers.formality.help.${formality}`))} />
        <p>{t('volunteers.formality.check')}</p>
      </Disclosure>
      <p>
        {care.formalitiesHandledOn
          ? t('volunteers.formality.handled', { day: t.day(care.formalitiesHandledOn) })
          : t('volunteers.formality.open')}
      </p>
      <DayForm
        t={t}
        action={`${base}/formalities`}
        field="formalities"
        label={t('volunteers.formality.day')}
        button={t('volunteers.formality.note')}
        about={t('volunteers.formality.title')}
        error={error}
      />
    </Section>
  )
}
