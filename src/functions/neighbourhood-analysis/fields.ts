import type { FieldRegister } from '../../platform/fields/field-register.ts'
import { figureFields } from './figures/fields.ts'
import { findingFields } from './findings/fields.ts'
import { indicatorFields } from './indicators/fields.ts'
import { publishingFields } from './publishing/fields.ts'
import { reportFields } from './reports/fields.ts'
import { surveyFields } from './surveys/fields.ts'

/** Register of fields (P1) of the analysis. */
export const fields: FieldRegister = {
  ...figureFields,
  ...indicatorFields,
  ...findingFields,
  ...surveyFields,
  ...publishingFields,
  ...reportFields,
}
