import type { FieldRegister } from '../../../platform/fields/field-register.ts'

/** Register of fields (P1). */
export const findingFields: FieldRegister = {}
