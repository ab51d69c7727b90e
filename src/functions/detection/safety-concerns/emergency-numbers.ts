/** A number to call when waiting is not safe; its sentence is `resident.emergency.<key>`. */
export type EmergencyNumber = {
  readonly key: 'emergency' | 'violence' | 'suicide' | 'talk' | 'child'
  readonly number: string
}

/**
 * Numbers shown wherever danger may come up. Sources: domain guide chapter 6 (112, 1712, 1813, 106) for Flanders; for
 * Brussels the bilingual 112 and 1712 with the numbers of the French-speaking lines, to be confirmed by a local expert.
 */
export const emergencyNumbers: Readonly<Record<'flanders' | 'brussels', readonly EmergencyNumber[]>> = {
  flanders: [
    { key: 'emergency', number: '112' },
    { key: 'violence', number: '1712' },
    { key: 'suicide', number: '1813' },
    { key: 'talk', number: '106' },
  ],
  brussels: [
    { key: 'emergency', number: '112' },
    { key: 'violence', number: '1712' },
    { key: 'suicide', number: '1813 · 0800 32 123' },
    { key: 'talk', number: '106 · 107' },
  ],
}
