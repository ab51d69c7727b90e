import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import { Cluster, Code, Divider, Heading, PrintSheet, QrCode, Stack } from '../../../../ui/index.ts'
import { isAsked, type Question } from '../questionnaire/questionnaire.ts'
import type { Spoken } from '../questionnaire/spoken.ts'
import { type SurveyWithQuestions, spacedSurveyCode } from '../rounds/survey.ts'
import { linesOf, sheetsOf } from './sheets-of.ts'

type Props = {
  /** In the language of the sheet. */
  readonly t: Texts
  readonly survey: SurveyWithQuestions
  readonly spoken: Spoken
  readonly municipality: PublicMunicipality
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly link: string
  readonly modules: readonly (readonly boolean[])[]
}

/** The questions on A4 in large print. Every sheet is the same: it bears no number by which it could be known again. */
export function PaperSheets(props: Props) {
  const { t, survey, spoken } = props
  const sheets = sheetsOf(printedQuestions(survey.questionnaire.questions.filter(isAsked), spoken), {
    head: linesOfHead(props),
    foot: linesOfFoot,
  })
  return sheets.map((questions, page) => (
    <PrintSheet
      key={page}
      isLargePrint
      label={t('resident.survey.paper.page', { page: page + 1, pages: sheets.length })}
    >
      <div lang={t.language} dir={spoken.direction}>
        <Stack>
          {page === 0 ? <Head {...props} /> : null}
          {questions.map(({ question, number }) => (
            <PaperQuestion key={question.name} t={t} spoken={spoken} question={question} number={number} />
          ))}
          {page === sheets.length - 1 ? <Foot {...props} /> : null}
          <p>{t('resident.survey.paper.page', { page: page + 1, pages: sheets.length })}</p>
        </Stack>
      </div>
    </PrintSheet>
  ))
}

function Head({ t, survey, spoken, municipality, neighbourhoods }: Props) {
  return (
    <>
      <p>
        <strong>{municipality.name}</strong>
      </p>
      <Heading level={1}>{spoken.title}</Heading>
      <p>{t('resident.survey.lead', { name: municipality.name })}</p>
      {survey.purpose ? <p dir="auto">{survey.purpose}</p> : null}
      <p>
        {t('resident.survey.paper.lead')} {t('resident.survey.skip')}
      </p>
      {neighbourhoods.length > 0 ? (
        <Stack gap="tiny">
          <Heading level={2}>{t('resident.survey.paper.where')}</Heading>
          {neighbourhoods.map(({ id, name }) => (
            <Box key={id} words={name} />
          ))}
          <Box words={t('resident.survey.elsewhere')} />
        </Stack>
      ) : null}
      <Divider />
    </>
  )
}

function Foot({ t, municipality, link, modules, survey }: Props) {
  const { contact } = municipality
  return (
    <>
      <Divider />
      {contact.address ? (
        <p>{t('resident.survey.paper.return', { name: contact.name, address: contact.address })}</p>
      ) : null}
      <Cluster gap="medium" spread="between">
        <Stack gap="tiny">
          <p>{t('resident.survey.paper.online')}</p>
          <p dir="ltr">{link.replace(/^https?:\/\//, '')}</p>
          <Code label={t('resident.survey.paper.code')} value={spacedSurveyCode(survey.code)} />
        </Stack>
        <QrCode label={t('resident.survey.paper.qr')} modules={modules} />
      </Cluster>
    </>
  )
}

type QuestionProps = {
  readonly t: Texts
  readonly spoken: Spoken
  readonly question: Question
  readonly number: number
}

function PaperQuestion({ t, spoken, question, number }: QuestionProps) {
  const { choices = [], hasOther, kind } = question
  const isWritten = choices.length === 0
  return (
    <section>
      <Stack gap="tiny">
        <Heading level={2}>
          {number}. {spoken.say(question.wording) || question.name}
        </Heading>
        {question.group ? <p>{spoken.say(question.group)}</p> : null}
        {question.hints ? <p>{spoken.say(question.hints)}</p> : null}
        {kind === 'many' && !question.hints ? <p>{t('resident.survey.paper.many')}</p> : null}
        {choices.map((choice) => (
          <Box key={choice.name} words={spoken.say(choice.wording) || choice.name} />
        ))}
        {hasOther ? <Box words={`${t('resident.survey.other')}: ${line}`} /> : null}
        {isWritten ? <p>{line.repeat(2)}</p> : null}
        {kind === 'text' ? <p>{line.repeat(2)}</p> : null}
      </Stack>
    </section>
  )
}

const line = '.'.repeat(50)

const Box = ({ words }: { readonly words: string }) => (
  <p>
    <span aria-hidden="true">☐ </span>
    {words}
  </p>
)

/** The title takes two lines, the sentences seven with the room between them; the list of neighbourhoods has a heading. */
function linesOfHead({ survey, spoken, neighbourhoods }: Props): number {
  const purpose = survey.purpose ? 1 + linesOf(survey.purpose) : 0
  return 8 + linesOf(spoken.title) + purpose + (neighbourhoods.length > 0 ? neighbourhoods.length + 3 : 0)
}

/** Where to bring it, and the code beside the square. */
const linesOfFoot = 9

const printedQuestions = (questions: readonly Question[], { say }: Spoken) =>
  questions.map((question, place) => {
    const { choices = [], group, hasOther, hints, kind, wording } = question
    const beside = [group, hints].flatMap((words) => (words ? [linesOf(say(words))] : []))
    const below = choices.length > 0 ? choices.map((choice) => linesOf(say(choice.wording))) : [2]
    const more = [hasOther ? 1 : 0, kind === 'many' && !hints ? 1 : 0, kind === 'text' ? 2 : 0]
    const lines = [...beside, ...below, ...more].reduce((sum, each) => sum + each, 1.5 + linesOf(say(wording)))
    return { part: { question, number: place + 1 }, lines }
  })
