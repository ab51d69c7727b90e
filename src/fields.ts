import { fields as retentionFields } from './direction/retention/index.ts'
import { fields as rightsFields } from './direction/rights-of-people/index.ts'
import { fields as detectionFields } from './functions/detection/index.ts'
import { fields as guidanceFields } from './functions/guidance/index.ts'
import { fields as analysisFields } from './functions/neighbourhood-analysis/index.ts'
import { fields as policyAdviceFields } from './functions/policy-advice/index.ts'
import type { FieldRegister } from './platform/fields/field-register.ts'
import { platformFields } from './platform/fields/platform-fields.ts'
import { identityFields } from './platform/identity/index.ts'
import { fields as agreementFields } from './registers/agreements/index.ts'
import { fields as municipalityFields } from './registers/municipalities/index.ts'
import { fields as organisationFields } from './registers/organisations/index.ts'
import { fields as peopleFields } from './registers/people/index.ts'
import { fields as placesFields } from './registers/places/index.ts'
import { fields as volunteerFields } from './registers/volunteers/index.ts'

/** The register of all fields of all modules (rule P1). */
export const fields: FieldRegister = {
  ...platformFields,
  ...identityFields,
  ...municipalityFields,
  ...placesFields,
  ...peopleFields,
  ...agreementFields,
  ...volunteerFields,
  ...detectionFields,
  ...guidanceFields,
  ...organisationFields,
  ...policyAdviceFields,
  ...analysisFields,
  ...rightsFields,
  ...retentionFields,
}
