import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { OwnCertificate } from './own-certificate.ts'

/** A proxy that speaks https and does what docs/proxy says that one must do, no more. */
export type HttpsProxy = { readonly port: number; stop(): Promise<void> }

/** Stands before what listens on `behind`: passes everything on, with the caller's address and the host that was asked. */
export async function startHttpsProxy({ cert, key }: OwnCertificate, behind: number): Promise<HttpsProxy> {
  const server = createServer({ cert, key }, (asked, answer) => {
    const headers = { ...asked.headers, 'x-forwarded-for': asked.socket.remoteAddress, 'x-forwarded-proto': 'https' }
    const passed = request({ host: '127.0.0.1', port: behind, method: asked.method, path: asked.url, headers })
    passed.on('response', (said) => {
      answer.writeHead(said.statusCode ?? 502, said.headers)
      said.pipe(answer)
    })
    passed.on('error', () => answer.writeHead(502).end())
    asked.pipe(passed)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}
