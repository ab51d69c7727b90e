import type { MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'
import { badRequest } from './errors.ts'

/**
 * Refuses a form that is cut off or not what its header says, on whichever route reads it: it is the sender's mistake, not ours.
 * NOTE only what the reader of forms throws itself; a body over the limit fails in its own way.
 */
export const refuseBrokenForms: MiddlewareHandler<Env> = (c, next) => {
  const read = c.req.parseBody.bind(c.req)
  const readWhole = (options: Parameters<typeof read>[0]) =>
    read(options).catch((error: unknown) => {
      if (error instanceof TypeError) badRequest('a form that is cut off')
      throw error
    })
  // The library lets the type follow from the options; what is read is the same.
  c.req.parseBody = readWhole as typeof read
  return next()
}
