/** The clock by which municipalities live. */
export const municipalTimeZone = 'Europe/Brussels'
