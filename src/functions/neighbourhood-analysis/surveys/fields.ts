import type { FieldRegister } from '../../../platform/fields/field-register.ts'

const survey = { series: 'neighbourhood analysis', term: 'asLongAsUsed', mode: 'proposed' } as const
const answers = { series: 'survey answers', term: 'P2Y', mode: 'proposed' } as const
const anonymous = 'Anonymous: whose it was is not kept, so nobody’s can be found.'
const sums = 'Sums of at least ten people; what points at fewer is left out.'
const questions = 'Questions, not answers.'

/** Register of fields (P1): anonymous surveys. */
export const surveyFields: FieldRegister = {
  'analysis.questionnaire': {
    purpose: 'What is asked in a survey, word for word, so that its answers can be read rightly later.',
    legalGround: 'notPersonal',
    retention: survey,
    notInCopy: questions,
    stays: questions,
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      key: 'open',
      version: 'open',
      origin: 'open',
      content: 'open',
      remarks: 'open',
      permission: { class: 'internal', purpose: 'Who allowed to use a scale.' },
      file_name: 'open',
      brought_at: 'technical',
      brought_by: { class: 'internal', purpose: 'Whom to ask about the questionnaire.' },
    },
  },
  'analysis.survey': {
    purpose: 'A round of asking residents what they think, without knowing who answers.',
    legalGround: 'publicTask',
    retention: survey,
    notInCopy: questions,
    stays: questions,
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      questionnaire_id: 'technical',
      title: 'open',
      purpose: 'open',
      code: 'open',
      state: 'open',
      closes_on: 'open',
      neighbourhood_ids: 'open',
      created_at: 'technical',
      created_by: { class: 'internal', purpose: 'Whom to ask about the survey.' },
      finished_on: 'open',
      answers_gone_on: 'open',
      version: 'technical',
    },
  },
  'analysis.survey_result': {
    purpose: 'What was told of a survey whose answers are deleted, to hold a later round against it.',
    legalGround: 'notPersonal',
    retention: survey,
    notInCopy: sums,
    stays: sums,
    fields: { municipality_id: 'technical', survey_id: 'technical', told: 'internal' },
  },
  'analysis.survey_answer': {
    purpose: 'Answers of residents, added up per neighbourhood and never read one by one.',
    legalGround: 'publicTask',
    retention: answers,
    notInCopy: anonymous,
    fields: {
      municipality_id: 'technical',
      id: { class: 'technical', purpose: 'Chance alone: so that a form sent twice counts once.' },
      survey_id: 'technical',
      neighbourhood_id: { class: 'internal', purpose: 'Where the person says to live, to compare neighbourhoods.' },
      mode: { class: 'internal', purpose: 'On paper, by link or with somebody: answers differ by it.' },
      language: { class: 'internal', purpose: 'To see whom the survey did not reach.' },
      answered_month: { class: 'internal', purpose: 'The period of the figure; no finer, so that it leads to nobody.' },
      answers: { class: 'internal', purpose: 'What was chosen, without anything written.' },
    },
  },
  'analysis.survey_text': {
    purpose: 'What residents wrote in a survey, apart from their other answers, to quote once two people read it.',
    legalGround: 'publicTask',
    retention: answers,
    notInCopy: anonymous,
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      survey_id: 'technical',
      zone_id: 'technical',
      question: 'open',
      text_sealed: 'case',
      state: 'internal',
      proposed_by: { class: 'internal', purpose: 'Who made sure that nobody is recognised in it.' },
      read_by: { class: 'internal', purpose: 'Who read it as second; never the same.' },
      read_on: 'internal',
      version: 'technical',
    },
  },
  'analysis.survey_import': {
    purpose: 'A questionnaire or export that was sent and waits for a yes; cleared away after a day.',
    legalGround: 'notPersonal',
    retention: { series: 'neighbourhood analysis', term: 'P1D', mode: 'automatic' },
    notInCopy: anonymous,
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      sent_by: { class: 'internal', purpose: 'Only who sent it may confirm it.' },
      sent_at: 'technical',
      content: { class: 'internal', purpose: 'Questions and answers without names, places or devices.' },
      zone_id: 'technical',
      written_sealed: 'case',
    },
  },
}
