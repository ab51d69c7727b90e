import type { FieldRegister } from '../../../../platform/fields/field-register.ts'

/** Register of fields of what was told of cards (P1). */
export const toldFields: FieldRegister = {
  'detection.told_word': {
    purpose: 'To tell the sender of a card, or a coordinator without secrecy, what the person agreed they may know.',
    legalGround: 'publicTask',
    retention: { series: 'cards and signals', term: 'P1Y', mode: 'proposed' },
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      zone_id: 'technical',
      card_id: 'technical',
      audience: 'internal',
      words_sealed: { class: 'card', purpose: 'A sentence within what the person agreed; gone with that agreement.' },
      told_by: 'internal',
      told_at: 'internal',
    },
  },
}
