import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { CommandRefused } from '../../platform/command-line/command.ts'
import {
  isPeriod,
  type Mapping,
  type MissingKind,
  mappingSchema,
  missingKinds,
} from '../../registers/published-figures/index.ts'

/** The command as typed. */
export type ImportOptions = {
  readonly municipality?: string
  readonly source?: string
  readonly licence?: string
  readonly retrieved?: string
  readonly period?: string
  readonly edition?: string
  readonly decimal?: '.' | ','
  readonly mapping?: string
  readonly missing: Readonly<Record<string, MissingKind>>
  readonly dryRun?: boolean
}

/** What the command asks of the file. */
export const wishesIn = ({ period, edition, decimal, missing }: ImportOptions, mapping: Mapping | undefined) => ({
  mapping,
  period,
  edition,
  decimal,
  missing,
})

/** The mapping in that file; refuses with what is wrong in it. */
export async function mappingIn(path: string): Promise<Mapping> {
  const file = basename(path)
  const refuse = (sentence: string): never => {
    throw new CommandRefused('mapping', `${file}: ${sentence}`)
  }
  const text = await readFile(path, 'utf8').catch(() => refuse('there is no such file, or it cannot be read.'))
  const parsed = mappingSchema.safeParse(jsonIn(text) ?? refuse('is not JSON.'))
  return parsed.success ? parsed.data : refuse(`is no mapping (docs/figures.md).\n${z.prettifyError(parsed.error)}`)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A period as typed behind an option. */
export function period(value: string): string {
  if (!isPeriod(value)) throw new InvalidArgumentError('expected a period such as 2023, 2023-01-01 or 2022-2023')
  return value
}

/** A decimal sign as typed behind an option. */
export function decimal(value: string): '.' | ',' {
  if (value !== '.' && value !== ',') throw new InvalidArgumentError('expected . or ,')
  return value
}

/** A sign with what it means, as typed behind an option, beside those before it. */
export function missing(value: string, before: ImportOptions['missing']): ImportOptions['missing'] {
  const at = value.lastIndexOf('=')
  const kind = missingKinds.find((one) => one === value.slice(at + 1))
  if (at < 1 || !kind) throw new InvalidArgumentError(`expected SIGN=KIND with one of ${missingKinds.join(', ')}`)
  return { ...before, [value.slice(0, at)]: kind }
}
