import { InvalidArgumentError } from 'commander'

/** A NIS code as typed behind an option. */
export function nisCode(value: string): string {
  if (!/^[0-9]{5}$/.test(value)) throw new InvalidArgumentError('expected a NIS code of five digits')
  return value
}
