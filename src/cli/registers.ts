import type { IsoDate } from '@meernet/calendar'
import type { Command } from 'commander'
import { rulesInForce, seriesIn } from '../direction/retention/index.ts'
import { fields } from '../fields.ts'
import { type Actor, systemActor } from '../platform/access/actor.ts'
import { type CommandNeeds, CommandRefused, type CommandResult } from '../platform/command-line/command.ts'
import type { Tx } from '../platform/database/transact.ts'
import { linesOf } from '../platform/fields/register-lines.ts'
import { members } from '../platform/identity/index.ts'
import { spreadsheetOf } from '../platform/spreadsheet/spreadsheet.ts'
import { accessList, allMunicipalities, type DataAccess, zonesIn } from '../registers/municipalities/index.ts'
import { todayBy } from './iso-day.ts'
import type { Opened } from './open.ts'

/** A register as rows of named cells, all text: what a spreadsheet, a program and a reader each get. */
type Row = Readonly<Record<string, string>>
type Register = 'processing' | 'fields' | 'retention' | 'access'
const registers: readonly Register[] = ['processing', 'fields', 'retention', 'access']

type Needs = { readonly open: () => Promise<Opened>; readonly print: (result: CommandResult) => void }

/** `registers [which]`: what is processed and why, every field, how long, and who has access; no name of anybody is in it. */
export function addRegisters(program: Command, { open, print }: Needs): void {
  program
    .command('registers')
    .description('print the registers that the law asks: processing, fields, retention, access')
    .argument('[which]', `one of ${registers.join(', ')}; without it all`)
    .option('--csv', 'as CSV, of one register')
    .action(async (which: string | undefined, { csv = false }: { csv?: boolean }) => {
      const asked = registers.filter((one) => which === undefined || one === which)
      if (asked.length === 0)
        throw new CommandRefused('no-register', `There is no register ${which}: say ${registers.join(', ')}.`)
      if (csv && asked.length > 1) throw new CommandRefused('which-register', 'Say which register you want as CSV.')
      const opened = await open()
      try {
        const rows: Partial<Record<Register, readonly Row[]>> = {}
        for (const one of asked) rows[one] = await rowsOf[one](opened)
        const lines = Object.entries(rows).flatMap(([name, all]) =>
          csv ? [csvOf(all)] : ['', titles[name as Register], ...textOf(all)],
        )
        print({ lines: csv ? lines : lines.slice(1), json: { registers: rows } })
      } finally {
        await opened.close()
      }
    })
}

const titles: Readonly<Record<Register, string>> = {
  processing: 'PROCESSING: what is kept, why and on which ground (GDPR article 30)',
  fields: 'FIELDS: every column with its class',
  retention: 'RETENTION: how long each series is kept, and what the municipality decided',
  access: 'ACCESS: which categories of people may see which data, and by what they are bound',
}

const rowsOf: Readonly<Record<Register, (opened: Opened) => Promise<readonly Row[]>>> = {
  processing: async () =>
    Object.entries(fields)
      .filter(([, { legalGround }]) => legalGround !== 'notPersonal')
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([table, { purpose, legalGround, retention, notInCopy = '', stays = '' }]) => ({
        table,
        purpose,
        legalGround,
        series: retention.series,
        term: retention.term,
        deletion: retention.mode,
        notInCopy,
        stays,
      })),
  fields: async () => linesOf(fields),
  retention: ({ needs }) => inEach(needs, retentionHere),
  access: ({ needs, dataAccesses }) =>
    inEach(needs, async (tx) => accessHere(tx, await dataAccesses(), todayBy(needs.clock))),
}

/** The rows of every municipality, each with its name before it. */
async function inEach(
  { owner, transact }: CommandNeeds,
  rowsIn: (tx: Tx) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows = []
  for (const { id, name } of await allMunicipalities(owner)) {
    const actor: Actor = systemActor(id, 'print registers')
    rows.push(...(await transact(actor, rowsIn)).map((row) => ({ municipality: name, ...row })))
  }
  return rows
}

async function retentionHere(tx: Tx): Promise<readonly Row[]> {
  const [rules, zones] = [await rulesInForce(tx), await zonesIn(tx)]
  return seriesIn(fields).flatMap(({ series, terms, grounds, mode }) => {
    const kept = { series, terms: terms.join(' '), legalGrounds: grounds.join(' '), deletion: mode }
    const decided = rules.filter((rule) => rule.series === series)
    if (decided.length === 0) return [{ ...kept, zone: '', decidedTerm: '', reference: '' }]
    return decided.map(({ zoneId, term, reference }) => ({
      ...kept,
      zone: zones.find(({ id }) => id === zoneId)?.name ?? '',
      decidedTerm: term,
      reference,
    }))
  })
}

async function accessHere(tx: Tx, accesses: readonly DataAccess[], today: IsoDate): Promise<readonly Row[]> {
  const zones = await zonesIn(tx)
  const list = accessList(await members(tx), accesses, { municipalityId: tx.actor.municipalityId, today })
  return list.flatMap(({ data, role, zoneId, people }) =>
    [...Map.groupBy(people, ({ secrecy }) => secrecy)].map(([secrecy, bound]) => ({
      data: data.split('.').at(-1) ?? data,
      role,
      zone: zones.find(({ id }) => id === zoneId)?.name ?? '',
      secrecy,
      people: String(bound.length),
    })),
  )
}

/** One line a row: the first cell, then the others by name; what is empty is left out. */
const textOf = (rows: readonly Row[]) =>
  rows.length === 0
    ? ['  (nothing)']
    : rows.map((row) => {
        const [[, first] = ['', ''], ...others] = Object.entries(row)
        const said = others.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`)
        return `  ${[first, ...said].join(' · ')}`
      })

const csvOf = (rows: readonly Row[]) =>
  spreadsheetOf([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))], { delimiter: ',' }).trimEnd()
