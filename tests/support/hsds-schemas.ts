import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { fromBufferPromise } from 'yauzl'

/** The published JSON schemas of Open Referral HSDS 3.0, compiled, by name: `service.json`. */
export async function hsdsSchemas(): Promise<(name: string) => ValidateFunction> {
  const zip = await fromBufferPromise(readFileSync('../shared/data/services/hsds-3/hsds-3-schema.zip'), {
    lazyEntries: true,
  })
  // The schemas carry remarks of their own (`datapackage_metadata`), which a strict validator takes for mistakes.
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    const schema = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    if (schema.type === 'object') ajv.addSchema(schema, entry.fileName)
  }
  return (name) => {
    const validate = ajv.getSchema(name)
    if (!validate) throw new Error(`no schema ${name}`)
    return validate as ValidateFunction
  }
}
