/** Address of a handover on the sender's side. */
export const handoverPath = (caseId: string, handoverId: string): string => `/cases/${caseId}/handovers/${handoverId}`
