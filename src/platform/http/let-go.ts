import type { MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'

/** So much of what nobody wants is read; who sends more sees the connection end. */
const mostBytes = 64 * 1024 * 1024

/**
 * Reads to its end what was sent and nobody read, because it was refused before: too large, from another site, without a session. A
 * proxy goes on sending while we answer, and takes a connection that ends meanwhile for a fault of ours instead of showing our page.
 */
export const letGoOfUnread: MiddlewareHandler<Env> = async (c, next) => {
  const sent = c.req.raw
  await next()
  if (sent.method !== 'GET' && sent.method !== 'HEAD' && !sent.bodyUsed) await letGo(sent.body)
}

async function letGo(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return
  const reader = body.getReader()
  for (let bytes = 0; bytes <= mostBytes; ) {
    const { done, value } = await reader.read()
    if (done) return
    bytes += value.length
  }
}
