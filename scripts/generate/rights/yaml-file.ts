import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { LineCounter, type Node, parseDocument } from 'yaml'

/** What is wrong in a file, with the line to look at. */
export type Problem = { readonly file: string; readonly line: number; readonly problem: string }

/** A YAML file that was read, and where each of its values stands. */
export type YamlFile = {
  readonly file: string
  readonly content: unknown
  readonly problems: readonly Problem[]
  /** The line on which the value at this path begins. */
  lineOf(path: readonly (string | number)[]): number
}

/** Reads one file and holds it against a schema: `facts`, `definitions`, `parameters`, `right` or `cases`. */
export type ReadYaml = (file: string, schema: string) => YamlFile

/** A reader that knows the schemas in `folder`. */
export function yamlReader(folder: string): ReadYaml {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true })
  for (const name of ['words', 'facts', 'definitions', 'parameters', 'right', 'cases'])
    ajv.addSchema(JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')))
  return (file, schema) => {
    const lines = new LineCounter()
    const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, uniqueKeys: true })
    const lineOf = (path: readonly (string | number)[]): number => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true) as Node | undefined
        if (node?.range) return lines.linePos(node.range[0]).line
      }
      return 1
    }
    const content: unknown = document.errors.length > 0 ? undefined : document.toJS()
    const validate = ajv.getSchema(`${schema}.json`)
    if (!validate) throw new TypeError(`There is no schema ${schema}.json`)
    const isRight = content !== undefined && validate(content) === true
    const problems = document.errors.map(({ message, pos }) => ({
      file,
      line: lines.linePos(pos[0]).line,
      problem: message.split('\n')[0] ?? message,
    }))
    const misfits = isRight || content === undefined ? [] : (validate.errors ?? []).filter(saysSomething)
    return {
      file,
      content,
      lineOf,
      problems: [
        ...problems,
        ...misfits.map((error) => ({ file, line: lineOf(pathOf(error)), problem: sentenceOf(error) })),
      ],
    }
  }
}

/** `if` only says that a branch failed; the branch itself says how. */
function saysSomething({ keyword }: ErrorObject): boolean {
  return keyword !== 'if' && keyword !== '$ref'
}

function pathOf({ instancePath }: ErrorObject): (string | number)[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

function sentenceOf({ instancePath, keyword, message = 'is wrong', params, propertyName }: ErrorObject): string {
  const where = pathOf({ instancePath } as ErrorObject).join(' → ') || 'the file'
  const expected: Readonly<Record<string, string>> = {
    additionalProperties: `has "${params.additionalProperty}", which is not expected here`,
    enum: `should be one of ${(params.allowedValues ?? []).join(', ')}`,
    required: `lacks "${params.missingProperty}"`,
    propertyNames: `has the key "${params.propertyName}", which is no id of this kind`,
    'false schema': 'should not be here',
  }
  return `${where} ${expected[keyword] ?? message}${propertyName ? ` (key "${propertyName}")` : ''}`
}
