import type { Told } from '@meernet/rights-engine'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, ButtonRow, DateField, Form, Hint, Section } from '../../../../ui/index.ts'
import { notableDays } from '../notable-days.ts'
import { somebodies } from '../somebody.ts'
import { capital, somebodyName } from './rights-names.ts'

type Props = {
  readonly t: Texts
  readonly caseId: string
  readonly told: Told
  /** The answers themselves, or the kept check that has them. */
  readonly hidden: Readonly<Record<string, string>>
  /** The language of the questions and the check it began with, which travel along. */
  readonly query?: string
  readonly value?: string | undefined
  readonly error?: string | undefined
}

/** "And if she turns 66 in March?": another day, with the days on which something usually changes ready to press. */
export function AnotherDayForm({ t, caseId, told, hidden, query = '', value, error }: Props) {
  const action = `/cases/${caseId}/rights/comparison${query}`
  const people = somebodies(told, t.today)
  const hasAgesOnly = told.persons.some(({ birth_date: born }) => born === undefined)
  return (
    <Section title={t('guidance.caseRights.day.title')} id="another-day">
      <Hint>{t('guidance.caseRights.day.hint')}</Hint>
      <ButtonRow>
        {notableDays(told, t.today).map((day) => (
          <Form key={JSON.stringify(day)} action={action} look="inline" hidden={{ ...hidden, on: day.date }}>
            <Button look="quiet">
              {day.kind === 'nextMonth'
                ? t('guidance.caseRights.day.nextMonth', { day: t.day(day.date) })
                : t('guidance.caseRights.day.birthday', {
                    who: capital(somebodyName(t, people, day.of)),
                    age: day.age,
                    day: t.day(day.date),
                  })}
            </Button>
          </Form>
        ))}
      </ButtonRow>
      <Form action={action} hidden={hidden}>
        <DateField name="on" label={t('guidance.caseRights.day.on')} value={value} error={error} />
        <Button look="secondary">{t('guidance.caseRights.day.look')}</Button>
      </Form>
      {hasAgesOnly ? <Hint>{t('guidance.caseRights.day.agesOnly')}</Hint> : null}
    </Section>
  )
}
