import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Config } from '../config/config.ts'
import type { Env } from './context.ts'

/** A listening server. */
export type Listening = { readonly port: number; readonly skipped: readonly number[]; stop(): Promise<void> }

type Where = Pick<Config, 'host' | 'port'> & Partial<Pick<Config, 'isBehindProxy'>>

/**
 * Listens on the configured port, or the next free one of fifty; `skipped` are the ports found taken. Behind a proxy, which knows
 * one port, no other will do.
 */
export async function listen(app: Hono<Env>, { host, port, isBehindProxy = false }: Where): Promise<Listening> {
  const skipped: number[] = []
  for (let candidate = port; candidate < port + (isBehindProxy ? 1 : 50); candidate += 1) {
    const server = await tryListen(app, host, candidate)
    if (server) return { ...server, skipped }
    skipped.push(candidate)
  }
  if (isBehindProxy)
    throw new Error(
      `Port ${port} is taken by another program, and the proxy knows no other. End that program, or set PORT here and in the proxy.`,
    )
  throw new Error(`Ports ${port} to ${port + skipped.length - 1} are all taken. Set PORT to a free one.`)
}

/** A file of 250 MB over a line of 1.5 megabits a second takes this long to come in; headers have Node's own, short limit. */
const longestRequestMs = 30 * 60 * 1000

function tryListen(app: Hono<Env>, hostname: string, port: number): Promise<Omit<Listening, 'skipped'> | undefined> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port, serverOptions: { requestTimeout: longestRequestMs } })
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.once('listening', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        stop: () =>
          new Promise<void>((stopped) => {
            server.close(() => stopped())
            if ('closeIdleConnections' in server) server.closeIdleConnections()
            // Requests under way get five seconds.
            setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 5000).unref()
          }),
      })
    })
  })
}
