import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { Model } from '../../../libraries/rights-engine/index.ts'
import { type Problem, type YamlFile, yamlReader } from './yaml-file.ts'

/** The files of a model, all read, and what is wrong in them. */
export type ReadModel = {
  readonly model: Model
  readonly cases: Readonly<Record<string, unknown>>
  readonly problems: readonly Problem[]
  /** `file:line` of an entry, "rights/igo" or "parameters/igo.base". */
  readonly places: ReadonlyMap<string, string>
}

/** Reads the model in `folder`: `facts`, `definitions`, `parameters`, `rights` and `cases`, held against `schema`. */
export function readModel(folder: string): ReadModel {
  const read = yamlReader(`${folder}/schema`)
  const problems: Problem[] = []
  const places = new Map<string, string>()
  const files = (kind: string, schema: string) =>
    readdirSync(`${folder}/${kind}`)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => read(`${folder}/${kind}/${name}`, schema))

  const merged = (kind: string): Record<string, unknown> => {
    const all: Record<string, unknown> = {}
    for (const yaml of files(kind, kind)) {
      problems.push(...yaml.problems)
      for (const [id, entry] of Object.entries((yaml.content ?? {}) as Record<string, unknown>)) {
        const place = places.get(`${kind}/${id}`)
        if (place)
          problems.push({ file: yaml.file, line: yaml.lineOf([id]), problem: `${id} stands in ${place} already` })
        places.set(`${kind}/${id}`, `${yaml.file}:${yaml.lineOf([id])}`)
        all[id] = entry
      }
    }
    return all
  }

  const byName = (kind: string, schema: string, take: (yaml: YamlFile, id: string) => unknown) => {
    const all: Record<string, unknown> = {}
    for (const yaml of files(kind, schema)) {
      const id = basename(yaml.file, '.yaml')
      problems.push(...yaml.problems)
      places.set(`${kind}/${id}`, `${yaml.file}:1`)
      all[id] = take(yaml, id)
    }
    return all
  }

  const rights = byName('rights', 'right', (yaml, name) => {
    const { id, ...right } = (yaml.content ?? {}) as Record<string, unknown>
    if (yaml.content && id !== name)
      problems.push({ file: yaml.file, line: 1, problem: `id ${id} is not the file's name` })
    return right
  })
  const model = {
    facts: merged('facts'),
    definitions: merged('definitions'),
    parameters: merged('parameters'),
    rights,
  } as Model
  return { model, cases: byName('cases', 'cases', ({ content }) => content), problems, places }
}

/** One line per problem, as editors and terminals make a link of it. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ file, line, problem }) => `${file}:${line}: ${problem}`)
}
