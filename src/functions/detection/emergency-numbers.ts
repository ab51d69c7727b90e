/** A line to call when waiting is not safe: its sentence is `resident.emergency.<key>` or `homeVisit.safety.number.<key>`. */
export type EmergencyLine = {
  readonly key: 'emergency' | 'violence' | 'suicide' | 'talk'
  /** As people dial them; the first answers in Dutch, a second in French. */
  readonly numbers: readonly string[]
}

/**
 * The one list of numbers, shown wherever danger may come up. Sources: domain guide chapter 6 (112, 1712, 1813, 106) for
 * Flanders; for Brussels with the numbers of the French-speaking lines, to be confirmed by a local expert.
 */
export const emergencyLines: Readonly<Record<'flanders' | 'brussels', readonly EmergencyLine[]>> = {
  flanders: [
    { key: 'emergency', numbers: ['112'] },
    { key: 'violence', numbers: ['1712'] },
    { key: 'suicide', numbers: ['1813'] },
    { key: 'talk', numbers: ['106'] },
  ],
  brussels: [
    { key: 'emergency', numbers: ['112'] },
    { key: 'violence', numbers: ['1712'] },
    { key: 'suicide', numbers: ['1813', '0800 32 123'] },
    { key: 'talk', numbers: ['106', '107'] },
  ],
}
