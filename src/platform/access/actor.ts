/** Roles of the access matrix; what each may do is decided in the `access.ts` of a module, never by the name alone. */
export const roles = [
  'visitor',
  'matcher',
  'communityWorker',
  'coordinator',
  'socialWorker',
  'frontlineProfessional',
  'partnerCoordinator',
  'steeringGroup',
  'policyMaker',
  'dataProtectionOfficer',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** Set by an administrator with proof and review date: it depends on function and employer, not on a diploma. */
export const secrecyStatuses = ['professionalSecrecy', 'dutyOfDiscretion', 'none'] as const
export type SecrecyStatus = (typeof secrecyStatuses)[number]

/** Somebody signed in, acting in one membership: one municipality, one data zone, one role. */
export type StaffActor = {
  readonly kind: 'staff'
  readonly userId: string
  readonly membershipId: string
  readonly name: string
  readonly municipalityId: string
  readonly zoneId: string
  readonly role: Role
  readonly secrecy: SecrecyStatus
  /** Identifiers of the neighbourhoods this membership covers. */
  readonly neighbourhoods: 'all' | readonly string[]
}

/** Anybody on the public site of a municipality. */
export type PublicActor = { readonly kind: 'public'; readonly municipalityId: string }

/**
 * The program itself, in one municipality: jobs, the demo, and the few acts of a person who holds a code or link, after the
 * code was checked. `task` says which, for the audit.
 */
export type SystemActor = { readonly kind: 'system'; readonly municipalityId: string; readonly task: string }

/** Whoever acts in a transaction; row-level security sees no more than this. */
export type Actor = StaffActor | PublicActor | SystemActor

/** A passer-by on the pages of that municipality. */
export const publicActor = (municipalityId: string): PublicActor => ({ kind: 'public', municipalityId })
/** The program at one task, in words for the log. */
export const systemActor = (municipalityId: string, task: string): SystemActor => ({
  kind: 'system',
  municipalityId,
  task,
})
