import type { FieldRegister, Sensitivity } from '../../../platform/fields/field-register.ts'

/** Administrative records of help: destroyed only after approval under the municipality's own selection list (P15b). */
const withCards = { series: 'cards and signals', term: 'P1Y', mode: 'proposed' } as const
const keys = { municipality_id: 'technical', zone_id: 'technical' } as const
const rows = (names: string, sensitivity: Sensitivity) =>
  Object.fromEntries(names.split(' ').map((name) => [name, sensitivity]))

/** Register of fields of cards, signals, substitutes and safety concerns (P1). */
export const signalFields: FieldRegister = {
  'detection.referral_card': {
    purpose: 'To answer what a person asks for, in their words, and to reach them.',
    legalGround: 'publicTask',
    retention: withCards,
    fields: {
      ...keys,
      ...rows('id campaign_id visit_id filed_at compared_at erased_at', 'technical'),
      ...rows('source channel', 'internal'),
      ...rows('address_id language needs_interpreter filled_in_on', 'card'),
      content_sealed: { class: 'card', purpose: 'The wish, how to reach the person, and who filled it in.' },
      word_numbers: {
        class: 'card',
        purpose: 'Keyed numbers of the forms of words, so that a card can be found without opening all.',
      },
      words_version: { class: 'technical', purpose: 'To index cards again when the forms of words change.' },
      name_tokens: {
        class: 'card',
        purpose: 'The same of trigrams in who and where, to see that two cards are alike.',
      },
      phone_digest: { class: 'card', purpose: 'To see that two cards have the same telephone.' },
      email_digest: { class: 'card', purpose: 'To see that two cards have the same e-mail address.' },
      code_digest: { class: 'technical', purpose: 'To follow a card with its code; the code is not kept.' },
    },
  },
  'detection.card_agreement': {
    purpose: 'What the person lets us tell, to whom and until when (P2), and that it was taken back.',
    legalGround: 'publicTask',
    retention: withCards,
    fields: {
      ...keys,
      card_id: 'technical',
      ...rows('may_tell_sealed to_whom given given_on valid_until withdrawn_on withdrawn_by', 'card'),
    },
  },
  'detection.signal': {
    purpose: 'That every card is answered in time, by somebody, and its sender hears back.',
    legalGround: 'publicTask',
    retention: withCards,
    fields: {
      ...keys,
      ...rows('id received_at changed_at merged_into merged_at version', 'technical'),
      ...rows('source sender_user_id assignee_user_id escalated escalated_to', 'internal'),
      ...rows('state triage urgency neighbourhood_id due_on closed_because', 'card'),
      reoffer_on: { class: 'card', purpose: 'When the person wants to be asked again after a decline.' },
      ...rows('person_id case_id case_progress', 'case'),
      frozen_on: {
        class: 'internal',
        purpose: 'Since when the card is kept without being used, because whoever it is of asked so.',
      },
      frozen_for: { class: 'technical', purpose: 'The request for which it is frozen.' },
    },
  },
  'detection.signal_event': {
    purpose: 'Who did what with a signal and when, to answer for it.',
    legalGround: 'publicTask',
    retention: withCards,
    fields: {
      ...keys,
      ...rows('signal_id number at', 'technical'),
      ...rows('by_kind by_user_id kind detail other_id', 'internal'),
      note_sealed: { class: 'card', purpose: 'A short note on a call, or a correction the person asks.' },
    },
  },
  'detection.possible_duplicate': {
    purpose: 'That one person is not called twice for the same question.',
    legalGround: 'publicTask',
    retention: withCards,
    notInCopy: 'That two cards look alike, until somebody looked; the cards are in the copy.',
    fields: {
      ...keys,
      ...rows('signal_id other_id found_at dismissed_at', 'technical'),
      ...rows('because dismissed_by', 'internal'),
    },
  },
  'detection.tell_back': {
    purpose: 'That the person hears back, in their own channel.',
    legalGround: 'publicTask',
    retention: withCards,
    notInCopy: 'That somebody must still tell back; what was told is in the copy.',
    fields: {
      ...keys,
      ...rows('signal_id created_at', 'technical'),
      ...rows('about channel due_on outcome', 'card'),
      ...rows('done_at done_by', 'internal'),
    },
  },
  'detection.substitute': {
    purpose: 'That nothing waits while a colleague is away.',
    legalGround: 'publicTask',
    retention: { series: 'organisation of the service', term: 'asLongAsUsed', mode: 'proposed' },
    notInCopy: 'How colleagues replace each other; they see and change it themselves.',
    stays: 'Replaced by the next decision; it names colleagues by account, which is emptied when they left.',
    fields: {
      ...keys,
      ...rows('id created_at', 'technical'),
      ...rows('user_id substitute_user_id away_from away_until created_by', 'internal'),
    },
  },
  'detection.inbox_setting': {
    purpose: 'To whom goes what nobody took up in time.',
    legalGround: 'publicTask',
    retention: { series: 'organisation of the service', term: 'asLongAsUsed', mode: 'proposed' },
    notInCopy: 'How colleagues replace each other; they see and change it themselves.',
    stays: 'Replaced by the next decision; it names colleagues by account, which is emptied when they left.',
    fields: { ...keys, ...rows('escalation_to changed_by', 'internal'), changed_at: 'technical' },
  },
  'detection.safety_concern': {
    purpose: 'That two professionals under secrecy can weigh a danger and answer for what they decided.',
    legalGround: 'vitalInterest',
    retention: { series: 'safety concerns', term: 'P5Y', mode: 'proposed' },
    fields: {
      ...keys,
      ...rows('id noted_at version', 'technical'),
      ...rows(
        'signal_id is_about_child content_sealed first_user_id second_user_id noted_by decision decided_by_first_at decided_by_second_at shown_by_first_at shown_by_second_at',
        'safety',
      ),
    },
  },
}
