import {
  type FilledForm,
  type FormErrors,
  type FormValues,
  filledForm,
  type PublicMunicipality,
} from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  Button,
  ButtonRow,
  CodeField,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  Hint,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  RadioGroup,
  Stack,
} from '../../../../ui/index.ts'
import type { Part } from '../questionnaire/route.ts'
import type { Spoken } from '../questionnaire/spoken.ts'
import type { SurveyWithQuestions } from '../rounds/survey.ts'
import { fieldOf } from '../rounds/typed-form.ts'
import { QuestionField } from './question-field.tsx'
import { SpokenPart } from './spoken-part.tsx'

type Props = {
  readonly t: Texts
  readonly survey: SurveyWithQuestions
  readonly spoken: Spoken
  readonly path: string
  readonly values: FormValues
}

type StartProps = Props & {
  readonly municipality: PublicMunicipality
  readonly neighbourhoods: readonly Neighbourhood[]
}

/** What is asked and why, that nobody knows who answers, and in which neighbourhood one lives. */
export function AnswerStartPage({ t, survey, spoken, municipality, path, values, neighbourhoods }: StartProps) {
  const choices = neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))
  const { contact } = municipality
  return (
    <Stack>
      <Heading level={1}>
        <SpokenPart t={t} spoken={spoken}>
          {spoken.title}
        </SpokenPart>
      </Heading>
      <Lead>{t('resident.survey.lead', { name: municipality.name })}</Lead>
      {survey.purpose ? <p dir="auto">{survey.purpose}</p> : null}
      <List
        items={[
          t('resident.survey.noName'),
          t('resident.survey.noDevice'),
          t('resident.survey.together'),
          t('resident.survey.skip'),
        ]}
      />
      {spoken.isAsAsked ? null : <Notice kind="info">{t('resident.survey.otherLanguage')}</Notice>}
      <Form action={path} hidden={{ id: String(values.id ?? ''), at: 'start' }}>
        <Carried values={values} except={new Set(['id', 'at', 'go', 'neighbourhood'])} />
        {choices.length > 0 ? (
          <RadioGroup
            name="neighbourhood"
            label={t('resident.survey.where')}
            choices={[...choices, { value: 'elsewhere', label: t('resident.survey.elsewhere') }]}
            value={[values.neighbourhood ?? ''].flat()[0]}
          />
        ) : null}
        <ButtonRow>
          <Button>{t('resident.survey.begin')}</Button>
        </ButtonRow>
      </Form>
      <Hint>{t('resident.survey.until', { day: t.day(survey.closesOn) })}</Hint>
      {contact.phone ? <Hint>{t('resident.survey.byPhone', { name: contact.name, phone: contact.phone })}</Hint> : null}
    </Stack>
  )
}

type PartProps = Props & { readonly part: Part; readonly errors: FormErrors }

/** The questions that stand together, with what was answered before travelling along unseen. */
export function AnswerPartPage({ t, survey, spoken, path, values, part, errors }: PartProps) {
  const form = filledForm(t, values, errors)
  const shown = new Set(part.questions.flatMap(({ name }) => [fieldOf(name), fieldOf(`other:${name}`)]))
  const isLast = part.next === null
  let heading = ''
  return (
    <Stack>
      <Heading level={1} look={2}>
        <SpokenPart t={t} spoken={spoken}>
          {spoken.title}
        </SpokenPart>
      </Heading>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Form action={path} hidden={{ at: String(part.from) }}>
        <Carried values={values} except={new Set([...shown, 'at', 'go'])} />
        <SpokenPart t={t} spoken={spoken}>
          <Stack>
            {part.questions.map((question) => {
              const group = spoken.say(question.group)
              const isNew = group !== '' && group !== heading
              heading = group
              return (
                <Stack key={question.name} gap="small">
                  {isNew ? <Heading level={2}>{group}</Heading> : null}
                  <QuestionField t={t} spoken={spoken} question={question} form={form} />
                </Stack>
              )
            })}
          </Stack>
        </SpokenPart>
        <ButtonRow>
          <Button name="go" value="on">
            {t(isLast ? 'resident.survey.send' : 'resident.survey.next')}
          </Button>
          <Button name="go" value="back" look="secondary">
            {t('resident.survey.back')}
          </Button>
        </ButtonRow>
      </Form>
      <Hint>{t('resident.survey.skip')}</Hint>
      {survey.questionnaire.scales ? <Hint>{survey.questionnaire.source}</Hint> : null}
    </Stack>
  )
}

type EndProps = { readonly t: Texts; readonly home: string }

/** It is kept; somebody else may answer on the same device. */
export function SurveyThanksPage({ t, home, path }: EndProps & { readonly path: string }) {
  return (
    <Stack>
      <Heading level={1}>{t('resident.survey.thanks')}</Heading>
      <Lead>{t('resident.survey.thanks.text')}</Lead>
      <LinkButton href={path}>{t('resident.survey.another')}</LinkButton>
      <Link href={home}>{t('resident.survey.home')}</Link>
    </Stack>
  )
}

/** No more answers are taken. */
export function SurveyClosedPage({ t, home, spoken }: EndProps & { readonly spoken: Spoken }) {
  return (
    <Stack>
      <Heading level={1}>
        <SpokenPart t={t} spoken={spoken}>
          {spoken.title}
        </SpokenPart>
      </Heading>
      <Lead>{t('resident.survey.closed')}</Lead>
      <Link href={home}>{t('resident.survey.home')}</Link>
    </Stack>
  )
}

/** Typing over the code of a paper sheet. */
export function SurveyCodePage({
  t,
  path,
  form,
}: {
  readonly t: Texts
  readonly path: string
  readonly form: FilledForm
}) {
  return (
    <Stack>
      <Heading level={1}>{t('resident.survey.code.title')}</Heading>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Form action={path} method="get">
        <CodeField {...form.field('code')} label={t('resident.survey.code')} hint={t('resident.survey.code.hint')} />
        <ButtonRow>
          <Button>{t('resident.survey.next')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

/** What was answered on other pages: in the form alone, so that the device keeps nothing. */
function Carried({ values, except }: { readonly values: FormValues; readonly except: ReadonlySet<string> }) {
  const carried = Object.entries(values).filter(
    ([name]) => !except.has(name) && (name.startsWith('q.') || name === 'id' || name === 'neighbourhood'),
  )
  return (
    <>
      {carried.flatMap(([name, value]) =>
        [value ?? []].flat().map((one) => <HiddenField key={`${name} ${one}`} name={name} value={one} />),
      )}
    </>
  )
}
