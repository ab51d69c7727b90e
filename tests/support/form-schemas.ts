import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

/** A schema of a form with the name of its file and export. */
export type NamedSchema = { readonly name: string; readonly schema: z.ZodType }

/** Every schema that a module's `forms.ts` or `contract.ts` offers; those that ask the day are asked with `today`. */
export async function formSchemas(today: string): Promise<readonly NamedSchema[]> {
  const files = globSync('src/**/{forms,contract}.ts').sort()
  const found = await Promise.all(
    files.map(async (file) => {
      const offered: Readonly<Record<string, unknown>> = await import(resolve(file))
      return Object.entries(offered).flatMap(([name, value]) => {
        const schema = schemaOf(name, value, today)
        return schema ? [{ name: `${file} ${name}`, schema }] : []
      })
    }),
  )
  return found.flat()
}

function schemaOf(name: string, value: unknown, today: string): z.ZodType | undefined {
  if (value instanceof z.ZodType) return value
  if (typeof value !== 'function' || !/Form$/.test(name)) return undefined
  const made: unknown = value(name === 'providerForm' ? { mayBeHttp: false, isFirst: false } : today)
  return made instanceof z.ZodType ? made : undefined
}

/** The names of the fields that a schema reads, with values it may like. */
export function fieldsOfSchema(schema: z.ZodType): ReadonlyMap<string, readonly string[]> {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return new Map(propertiesOf(described).map(([name, property]) => [name, likedBy(property)]))
}

type Described = {
  readonly properties?: Readonly<Record<string, Described | boolean>>
  readonly allOf?: readonly Described[]
  readonly anyOf?: readonly Described[]
  readonly oneOf?: readonly Described[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly items?: Described
}

function propertiesOf(described: unknown): readonly (readonly [string, Described])[] {
  const { properties = {}, allOf = [], anyOf = [], oneOf = [] } = described as Described
  const own = Object.entries(properties).map(([name, property]) => [name, property as Described] as const)
  return [...own, ...[...allOf, ...anyOf, ...oneOf].flatMap(propertiesOf)]
}

function likedBy(described: Described): readonly string[] {
  const { enum: choices, const: only, format, items, anyOf = [], oneOf = [] } = described
  if (choices) return choices.map(String)
  if (only !== undefined) return [String(only)]
  if (format === 'uuid') return ['01900000-0000-7000-8000-000000000001']
  if (format === 'date') return ['2026-11-20', '2026-11-30']
  if (format === 'email') return ['iemand@elsewhere.example']
  if (items) return likedBy(items)
  return [...anyOf, ...oneOf].flatMap(likedBy)
}
