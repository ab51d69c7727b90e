/** What is known of a phone with the home-visit app when it reports. */
export type ReportingPhone = {
  readonly isWipeAsked: boolean
  /** Its owner still works in the municipality it was prepared for. */
  readonly isMember: boolean
}

/** Whether a phone must erase what it keeps: somebody asked it, or its owner lost access while it was away. */
export function mustWipe({ isWipeAsked, isMember }: ReportingPhone): boolean {
  return isWipeAsked || !isMember
}
