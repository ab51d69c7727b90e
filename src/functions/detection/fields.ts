import type { FieldRegister } from '../../platform/fields/field-register.ts'
import { campaignFields } from './campaigns/index.ts'
import { toldFields } from './cards/following/fields.ts'
import { secondFields } from './seconds/index.ts'
import { signalFields } from './signals/fields.ts'
import { visitFields } from './visits/fields.ts'

/** Register of fields of detection (P1). */
export const fields: FieldRegister = {
  ...campaignFields,
  ...secondFields,
  ...signalFields,
  ...toldFields,
  ...visitFields,
}
