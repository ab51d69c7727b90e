import type { Config } from '../config/config.ts'
import { attention, type Finding, well, wrong } from './finding.ts'

const area = 'configuration'

/** Whether the address that people use leads to a Meernet, asked as they would. Nothing is said when no address is set. */
export async function examineAddress({ baseUrl }: Pick<Config, 'baseUrl'>): Promise<readonly Finding[]> {
  if (!baseUrl) return []
  const answer = await asked(baseUrl)
  if ('trouble' in answer) return [unreached(baseUrl, answer.trouble)]
  if (answer.isMeernet) return [well(area, `${baseUrl} leads to Meernet.`)]
  if (answer.sentOnTo)
    return [
      wrong(
        area,
        `${baseUrl} sends people on to ${answer.sentOnTo}.`,
        'Set MEERNET_BASE_URL to the address where they arrive: passkeys, forms and links belong to one name.',
      ),
    ]
  if ([502, 503, 504].includes(answer.status))
    return [
      wrong(
        area,
        `At ${baseUrl} the proxy answers that there is nobody behind it (${answer.status}).`,
        'Is Meernet running, and on the port that the proxy names?',
      ),
    ]
  return [
    wrong(
      area,
      `At ${baseUrl} something else answers (${answer.status}).`,
      'Look at MEERNET_BASE_URL, at where that name leads, and at the proxy.',
    ),
  ]
}

type Listened = Pick<Config, 'host' | 'port' | 'role' | 'databaseUrl' | 'isBehindProxy' | 'demo'>

/** Who answers on the port where this process is to listen. */
export async function examinePort(config: Listened): Promise<readonly Finding[]> {
  const { host, port } = config
  if (config.role === 'worker' || port === 0) return []
  const answer = await asked(`http://${['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host}:${port}`)
  const isNobody = 'trouble' in answer && answer.trouble === 'ECONNREFUSED'
  // Several processes have ports of their own, and a demo is started when somebody wants to see it.
  if (isNobody && (config.databaseUrl || config.demo)) return []
  if (isNobody)
    return [
      attention(area, `Nobody answers on port ${port}: Meernet does not run.`, 'Start it: systemctl start meernet.'),
    ]
  if ('isMeernet' in answer && answer.isMeernet) return [well(area, `Meernet answers on port ${port}.`)]
  const words = `Another program listens on port ${port}.`
  return [
    config.isBehindProxy
      ? wrong(area, words, 'End it, or set PORT to a free one and name the same one in the proxy.')
      : attention(area, words, 'Meernet takes the next free one, unless PORT says another.'),
  ]
}

type Answer =
  | { readonly isMeernet: boolean; readonly status: number; readonly sentOnTo: string | undefined }
  | { readonly trouble: string }

async function asked(address: string): Promise<Answer> {
  try {
    const response = await fetch(`${address}/healthz`, { redirect: 'manual', signal: AbortSignal.timeout(5000) })
    const said = (await response.text()).slice(0, 200)
    return {
      isMeernet: response.status === 200 && said.includes('"status":"alive"'),
      status: response.status,
      sentOnTo: originOf(response.headers.get('location'), address),
    }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return { trouble: cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer in 5 seconds' }
  }
}

function originOf(location: string | null, address: string): string | undefined {
  return location !== null && URL.canParse(location, address) ? new URL(location, address).origin : undefined
}

/** A server may be unable to see itself from outside; what only a person outside can judge is not called wrong. */
function unreached(baseUrl: string, trouble: string): Finding {
  if (trouble === 'CERT_HAS_EXPIRED')
    return wrong(area, `The certificate of ${baseUrl} has expired.`, 'Let the proxy renew it: look at its log.')
  if (trouble === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return wrong(area, `The certificate at ${baseUrl} is for another name.`, 'Give the proxy one for this name.')
  const words = `${baseUrl} cannot be asked from this machine (${trouble}).`
  const cure = /CERT|SIGNED|VERIFY/.test(trouble)
    ? 'This machine does not know who signed its certificate. Do the browsers of your people? Then it is well.'
    : 'Open it in a browser. Does that work, then this machine only cannot see itself from outside.'
  return attention(area, words, cure)
}
