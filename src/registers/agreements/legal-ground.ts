import content from './content/legal-bases.json' with { type: 'json' }

/** Why a controller may keep data about somebody for one purpose, apart from what the person agreed may be shared (P2). */
export type LegalBasis = {
  readonly purpose: string
  readonly kind: 'publicTask' | 'legalObligation' | 'contract' | 'vitalInterest' | 'consent'
  readonly source: { readonly flanders: string; readonly brussels: string }
}

/** The dated list of purposes with their ground and source. */
export const legalBases = content.bases as readonly LegalBasis[]

/** The basis of `purpose`; throws for one that is not in the list. */
export function legalBasis(purpose: string): LegalBasis {
  const basis = legalBases.find((one) => one.purpose === purpose)
  if (!basis) throw new Error(`No legal basis for purpose ${purpose} in content/legal-bases.json.`)
  return basis
}
