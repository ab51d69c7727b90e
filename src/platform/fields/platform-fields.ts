import type { FieldRegister } from './field-register.ts'

const line = 'technical' as const

/** Fields of the tables technology needs. */
export const platformFields: FieldRegister = {
  'audit.line': {
    purpose: 'Show who read or changed data of a person, card, case or export, so that misuse can be found.',
    legalGround: 'legalObligation',
    retention: { series: 'logging of access', term: 'P10Y', mode: 'proposed' },
    stays:
      'Each line proves the one before: taking one out would show as misuse. It names accounts, which are emptied when somebody left.',
    fields: {
      municipality_id: line,
      sequence: line,
      at: line,
      actor_kind: line,
      actor_user_id: { class: 'internal', purpose: 'Who did it.' },
      actor_role: line,
      task: line,
      zone_id: line,
      action: line,
      subject_type: line,
      subject_id: line,
      person_id: { class: 'internal', purpose: 'Whose data it were, to answer "who looked at my data".' },
      reason: line,
      details: line,
      previous_hash: line,
      hash: line,
    },
  },
  'audit.head': {
    purpose: 'Last link of the chain of audit lines.',
    legalGround: 'notPersonal',
    retention: { series: 'logging of access', term: 'asLongAsUsed', mode: 'proposed' },
    fields: { municipality_id: line, sequence: line, hash: line },
  },
  'platform.zone_key': {
    purpose: 'Keys of data zones, wrapped by the master key.',
    legalGround: 'notPersonal',
    retention: { series: 'keys', term: 'asLongAsUsed', mode: 'proposed' },
    fields: {
      municipality_id: line,
      zone_id: line,
      version: line,
      wrapped: line,
      created_at: line,
      sealing_from: line,
      resealed_at: line,
    },
  },
  'platform.sent_file': {
    purpose:
      'A published file that somebody sent, until it is read in the background or its columns are explained; a day.',
    legalGround: 'notPersonal',
    retention: { series: 'sent files', term: 'P1D', mode: 'automatic' },
    notInCopy: 'About a file, not about a person.',
    fields: {
      municipality_id: line,
      id: line,
      sent_by: { class: 'internal', purpose: 'Only who sent it may go on with it.' },
      sent_at: line,
      kind: line,
      file_name: 'open',
      size_bytes: line,
      asked: 'open',
      state: line,
      step: line,
      read_count: line,
      moved_at: line,
      answer: 'open',
      version: line,
    },
  },
  'platform.sent_file_part': {
    purpose: 'The bytes of a published file that was sent, until it is read; a day.',
    legalGround: 'notPersonal',
    retention: { series: 'sent files', term: 'P1D', mode: 'automatic' },
    notInCopy: 'About a file, not about a person.',
    fields: { municipality_id: line, file_id: line, place: line, bytes_plain: 'open' },
  },
  'platform.outgoing_mail': {
    purpose: 'Mail that waits to be sent; the text is wiped when it left.',
    legalGround: 'publicTask',
    retention: { series: 'outgoing notifications', term: 'P30D', mode: 'automatic' },
    notInCopy: 'Says only that something waits, and is wiped when it left.',
    fields: {
      id: line,
      municipality_id: line,
      sealed: { class: 'contact', purpose: 'Address, subject and text, sealed.' },
      created_at: line,
      sent_at: line,
      last_error: line,
    },
  },
}
