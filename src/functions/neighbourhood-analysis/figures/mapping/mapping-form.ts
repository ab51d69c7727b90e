import { z } from 'zod'
import { type FormErrors, type FormValues, oneOf, optionalText, requiredText } from '../../../../platform/http/index.ts'
import {
  type ColumnPreview,
  type ColumnRole,
  type MappingFault,
  measureKinds,
  type TablePreview,
  type ToldColumn,
  type ToldPeriods,
} from '../../../../registers/published-figures/index.ts'
import { indicatorNamed } from '../../catalogue.ts'
import { decimalSign, periodText, signsText } from '../forms.ts'

/** What a column may hold, in the order in which it is offered. */
export const columnRoles = [
  'leftOut',
  'area',
  'areaName',
  'municipality',
  'period',
  ...measureKinds,
] as const satisfies readonly ColumnRole[]

/** What columns of figures may hold. */
export const figureRoles = ['leftOut', ...measureKinds] as const satisfies readonly ColumnRole[]

/** Levels of areas that somebody may have figures of. */
export const toldLevels = ['sector', 'neighbourhood', 'district', 'municipality'] as const

/** The form in which somebody says what the columns of `table` hold. */
export const mappingForm = ({ columns }: TablePreview) =>
  z
    .object({
      layout: requiredText(120),
      source: requiredText(200),
      licence: requiredText(200),
      level: oneOf(toldLevels),
      period: periodText(),
      missing: signsText(),
      decimal: decimalSign(),
      others: z.enum(figureRoles).default('leftOut'),
      'role-years': z.enum(figureRoles).default('leftOut'),
      'indicator-years': optionalText(120),
      ...Object.fromEntries(
        namesOfPeriods(columns).map((_, index) => [`role-periods-${index}`, z.enum(figureRoles).default('leftOut')]),
      ),
      ...Object.fromEntries(columns.map(({ at }) => [`role-${at}`, z.enum(columnRoles).default('leftOut')])),
    })
    .and(
      z.object(
        Object.fromEntries(
          [...columns.map(({ at }) => at), ...namesOfPeriods(columns).map((_, index) => `periods-${index}`)].map(
            (key) => [`indicator-${key}`, optionalText(120)],
          ),
        ),
      ),
    )

export type ToldForm = z.output<ReturnType<typeof mappingForm>>

/** What the form says of each column; numbers that nobody said anything of are what `others` says. */
export function toldColumns({ columns }: TablePreview, told: ToldForm): readonly ToldColumn[] {
  const said: Readonly<Record<string, unknown>> = told
  return columns
    .filter(({ isOfYear, ofPeriods }) => !isOfYear && ofPeriods === undefined)
    .map((column) => {
      const role = columnRoles.find((one) => one === said[`role-${column.at}`]) ?? 'leftOut'
      const typed = String(said[`indicator-${column.at}`] ?? '')
      const isOther = role === 'leftOut' && isOneOfTheOthers(column, typed)
      return { at: column.at, role: isOther ? told.others : role, ...indicatorTyped(typed) }
    })
}

/** What the form says of the columns of which the header is a year. */
export const toldYears = (told: ToldForm): Omit<ToldColumn, 'at'> => ({
  role: told['role-years'],
  ...indicatorTyped(told['indicator-years'] ?? ''),
})

/** What the form says of the columns that have a name in common, each with its own period. */
export function toldPeriods({ columns }: TablePreview, told: ToldForm): readonly ToldPeriods[] {
  const said: Readonly<Record<string, unknown>> = told
  return namesOfPeriods(columns).map((column, index) => {
    const role = figureRoles.find((one) => one === said[`role-periods-${index}`]) ?? 'leftOut'
    const typed = String(said[`indicator-periods-${index}`] ?? '')
    return { column, role: role === 'leftOut' && typed === '' ? told.others : role, ...indicatorTyped(typed) }
  })
}

/** The names that several columns have in common but for their period, in the order of the columns. */
export const namesOfPeriods = (columns: readonly ColumnPreview[]): readonly string[] => [
  ...new Set(columns.flatMap(({ ofPeriods }) => ofPeriods ?? [])),
]

function indicatorTyped(typed: string): Pick<ToldColumn, 'indicator' | 'name' | 'unit'> {
  const known = indicatorNamed(typed)
  return { indicator: known?.key, name: known || typed === '' ? undefined : typed, unit: known?.unit }
}

const isOneOfTheOthers = ({ looksLike, header }: ColumnPreview, typed: string) =>
  looksLike === 'number' && header !== '' && typed === ''

/** What stands in the way, at the column it is about. */
export const faultErrors = (faults: readonly MappingFault[]): FormErrors =>
  faults.map(({ kind, at }) => ({
    field: kind === 'yearsWithoutName' ? 'indicator-years' : `role-${at ?? 0}`,
    key: `analysis.mapping.fault.${kind}`,
    values: {},
  }))

/** The form as a table suggests it: codes, names and periods are recognised, what a number counts is not. */
export function suggestedValues({ columns }: TablePreview, fileName: string): FormValues {
  const has = (look: ColumnPreview['looksLike']) => columns.some(({ looksLike }) => looksLike === look)
  const code = columns.find(({ looksLike }) => looksLike === 'sectorCode') ?? columns.find(isCode)
  const named = code
    ? undefined
    : columns.find(({ header }) => /^(gemeente|commune|municipality|gemeinde)/i.test(header))
  const name = named ?? columns.find((column) => column.looksLike === 'text' && column !== code)
  const roleOf = (column: ColumnPreview): ColumnRole => {
    if (column === code) return 'area'
    if (column === name) return 'areaName'
    if (column.looksLike === 'municipalityCode') return 'municipality'
    return column.looksLike === 'period' ? 'period' : 'leftOut'
  }
  return {
    layout: nameWithoutYear(fileName),
    level: has('sectorCode')
      ? 'sector'
      : named || code?.looksLike === 'municipalityCode'
        ? 'municipality'
        : 'neighbourhood',
    ...Object.fromEntries(columns.map((column) => [`role-${column.at}`, roleOf(column)])),
  }
}

/** A column of codes of areas: by its header, or because nothing else can be one. */
const isCode = ({ looksLike, header }: ColumnPreview, _at: number, columns: readonly ColumnPreview[]) =>
  looksLike === 'text'
    ? /code|^cd_|_id$|^id$/i.test(header)
    : looksLike === 'municipalityCode' && !columns.some(isNamedCode)

const isNamedCode = ({ looksLike, header }: ColumnPreview) => looksLike === 'text' && /code/i.test(header)

/** It is to hold for later years too. */
const nameWithoutYear = (fileName: string) =>
  fileName
    .replace(/\.[a-z0-9.]+$/i, '')
    .replace(/(19|20)[0-9]{2}/g, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .slice(0, 120)
