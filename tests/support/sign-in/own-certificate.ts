/**
 * A certificate that nobody signed but itself, made anew for each run, so that tests can speak https without files or programs of
 * the machine (X.509 in DER: RFC 5280, section 4.1). ES256, valid from yesterday on for a month.
 */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

export type OwnCertificate = {
  /** PEM, as `node:https` takes them. */
  readonly cert: string
  readonly key: string
  /** What a browser is told to trust: SHA-256 of the public key, in base64. */
  readonly publicKeyHash: string
}

/** Makes a certificate for these names of hosts. */
export function ownCertificate(names: readonly string[], now: Date): OwnCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const body = bodyOf(names, publicKey, now)
  const signature = sign('sha256', body, privateKey)
  const certificate = sequence(body, algorithm, der(0x03, Buffer.of(0), signature))
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKeyHash: createHash('sha256').update(spki(publicKey)).digest('base64'),
  }
}

const dayMs = 86_400_000

function bodyOf(names: readonly string[], publicKey: KeyObject, now: Date): Buffer {
  const issuer = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(names[0] ?? '')))))
  const validity = sequence(utcTime(new Date(now.getTime() - dayMs)), utcTime(new Date(now.getTime() + 30 * dayMs)))
  const hosts = sequence(...names.map((name) => der(0x82, Buffer.from(name))))
  const extensions = der(0xa3, sequence(sequence(oid('551d11'), der(0x04, hosts))))
  const version = der(0xa0, integer(2))
  return sequence(version, integer(1), algorithm, issuer, validity, issuer, spki(publicKey), extensions)
}

const spki = (key: KeyObject) => key.export({ format: 'der', type: 'spki' })
const utcTime = (moment: Date) => der(0x17, Buffer.from(`${moment.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))
const integer = (value: number) => der(0x02, Buffer.of(value))
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)

/** A tag, how long what follows is, and that; below 65,536 bytes. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

/** ecdsa-with-SHA256. */
const algorithm = sequence(oid('2a8648ce3d040302'))
