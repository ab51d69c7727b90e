import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { belgium } from '@meernet/rights-belgium'
import { type Answer, answerTo, type Check, createCheck, type Refusal, type Tongue } from '@meernet/rights-engine'
import { type Command, InvalidArgumentError } from 'commander'
import { groupOf } from './group.ts'

/** Where situations come from and answers go; `write` waits until there is room. */
export type LineStreams = { readonly lines: Readable; readonly write: (text: string) => Promise<void> | void }

/** `rights check --jsonl`: one situation a line in, one answer a line out; a wrong line is answered and the rest goes on. */
export function addRightsCheck(program: Command, { lines, write }: LineStreams): void {
  groupOf(program, 'rights', 'which rights are worth asking for')
    .command('check')
    .description('read one situation a line from the standard input, write one answer a line')
    .requiredOption('--jsonl', 'one JSON object a line, in and out')
    .option('--language <language>', 'of the reasons: nl, fr or en', tongueOf, 'nl' as Tongue)
    .action(async ({ language }: { language: Tongue }) => {
      const check = createCheck(belgium)
      for await (const line of createInterface({ input: lines, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line.trim() !== '') await write(`${JSON.stringify(answerToLine(check, line, language))}\n`)
      }
    })
}

function answerToLine(check: Check, line: string, language: Tongue): Answer | Refusal {
  let request: unknown
  try {
    request = JSON.parse(line)
  } catch {
    return { id: null, error: { code: 'bad_json', path: '', message: 'this line is not one whole JSON object' } }
  }
  return answerTo(check, request, language)
}

function tongueOf(text: string): Tongue {
  if (text === 'nl' || text === 'fr' || text === 'en') return text
  throw new InvalidArgumentError('write nl, fr or en')
}
