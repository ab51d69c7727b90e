import { InvalidArgumentError } from 'commander'

/** The year of an edition of areas as typed behind an option. */
export function edition(value: string): string {
  if (!/^(19|20)[0-9]{2}$/.test(value)) throw new InvalidArgumentError('expected a year of four digits')
  return value
}
