import { InvalidArgumentError } from 'commander'

/** A day as typed behind an option; refuses what is no day of the calendar. */
export function isoDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('write a day as 2026-03-05')
  return text
}
