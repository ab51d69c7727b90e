/**
 * A device that keeps passkeys, in software: what a phone or security key does behind `navigator.credentials`, so that routes can be
 * tested with real signatures (WebAuthn, level 3). ES256, attestation "none".
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** What a page asks the device, found in its HTML. */
export type PasskeyQuestion = {
  readonly challenge: string
  readonly rpId?: string
  readonly rp?: { readonly id?: string }
}

/** How an answer differs from an honest one. */
export type Dishonest = {
  readonly origin?: string
  readonly rpId?: string
  readonly type?: string
  /** The owner did not unlock the device. */
  readonly isUnverified?: boolean
  readonly signCount?: number
}

/** One passkey on one device: `make` answers a page that adds it, `give` one that asks for it. */
export function passkeyDevice(origin = 'http://localhost') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let count = 0
  return {
    make: (question: PasskeyQuestion, over: Dishonest = {}): string => {
      const about = answerTo(question, { origin, kind: 'webauthn.create', count, over })
      const authData = Buffer.concat([
        about.authData(0x40),
        Buffer.alloc(16),
        uint16(id.length),
        id,
        coseKey(publicKey),
      ])
      const attestationObject = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(authData)],
      ])
      return credential(id, { clientDataJSON: b64(about.clientData), attestationObject: b64(attestationObject) })
    },
    give: (question: PasskeyQuestion, over: Dishonest = {}): string => {
      count += 1
      const about = answerTo(question, { origin, kind: 'webauthn.get', count, over })
      const authenticatorData = about.authData(0)
      const signature = signed(privateKey, Buffer.concat([authenticatorData, sha256(about.clientData)]))
      return credential(id, {
        clientDataJSON: b64(about.clientData),
        authenticatorData: b64(authenticatorData),
        signature: b64(signature),
      })
    },
  }
}

/** The question in a page: the form that asks `create` or `get`. */
export function questionIn(page: string, asks: 'create' | 'get'): PasskeyQuestion {
  const [, options = '{}'] =
    page.match(new RegExp(`data-passkey="${asks}"[^>]*data-passkey-options="([^"]*)"`)) ??
    page.match(new RegExp(`data-passkey-options="([^"]*)"[^>]*data-passkey="${asks}"`)) ??
    []
  return JSON.parse(options.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as PasskeyQuestion
}

type About = { readonly origin: string; readonly kind: string; readonly count: number; readonly over: Dishonest }

function answerTo(question: PasskeyQuestion, { origin, kind, count, over }: About) {
  const clientData = Buffer.from(
    JSON.stringify({
      type: over.type ?? kind,
      challenge: question.challenge,
      origin: over.origin ?? origin,
      crossOrigin: false,
    }),
  )
  const rpId = over.rpId ?? question.rpId ?? question.rp?.id ?? ''
  const present = over.isUnverified ? 0x01 : 0x05
  const counted = Buffer.alloc(4)
  counted.writeUInt32BE(over.signCount ?? count)
  return {
    clientData,
    authData: (flags: number) => Buffer.concat([sha256(rpId), Buffer.from([present | flags]), counted]),
  }
}

const credential = (id: Buffer, response: Readonly<Record<string, string>>) =>
  JSON.stringify({ id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {}, response })

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const b64 = (data: Buffer) => data.toString('base64url')
const signed = (key: KeyObject, data: Buffer) => sign('sha256', data, key)

function uint16(value: number): Buffer {
  const two = Buffer.alloc(2)
  two.writeUInt16BE(value)
  return two
}

/** RFC 9053, section 7.1.1: an EC2 key on P-256 for ES256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return map([
    [integer(1), integer(2)],
    [integer(3), integer(-7)],
    [integer(-1), integer(1)],
    [integer(-2), bytes(Buffer.from(x, 'base64url'))],
    [integer(-3), bytes(Buffer.from(y, 'base64url'))],
  ])
}

// CBOR (RFC 8949), as much as is needed: lengths below 65,536.
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  if (value < 256) return Buffer.from([(major << 5) | 24, value])
  return Buffer.concat([Buffer.from([(major << 5) | 25]), uint16(value)])
}
const integer = (value: number) => (value >= 0 ? head(0, value) : head(1, -1 - value))
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value])
const text = (value: string) => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
const map = (entries: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([head(5, entries.length), ...entries.flat()])
