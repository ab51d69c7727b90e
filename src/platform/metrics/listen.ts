import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Metrics } from './metrics.ts'

/** Measurements on a port of their own, so that no proxy before the pages ever passes them on: `GET /metrics`. */
export type MetricsListening = { readonly port: number; stop(): Promise<void> }

/** Listens; throws when the port is taken. */
export function listenForMetrics(
  metrics: Metrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<MetricsListening> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end()
    const text = await metrics.text().catch(() => undefined)
    response
      .writeHead(text === undefined ? 500 : 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
      .end(text)
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} for measurements is taken. Set MEERNET_METRICS_PORT to a free one.`)
          : error,
      ),
    )
    server.listen(port, host, () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped())
            server.closeAllConnections()
          }),
      })
    })
  })
}
