import type { FieldRegister } from '../../platform/fields/field-register.ts'
import { campaignFields } from './campaigns/index.ts'
import { signalFields } from './signals/fields.ts'
import { visitFields } from './visits/fields.ts'

/** Register of fields of detection (P1). */
export const fields: FieldRegister = { ...campaignFields, ...signalFields, ...visitFields }
