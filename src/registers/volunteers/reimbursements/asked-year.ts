import type { Ctx } from '../../../platform/http/index.ts'
import { yearOf } from './amounts.ts'

/** The year asked for in the address or in a form, from 2025 on; the current one in Brussels otherwise. */
export function askedYear(c: Ctx, typed: unknown = c.req.query('year')): number {
  const year = typeof typed === 'string' && /^20\d\d$/.test(typed) ? Number(typed) : 0
  return year >= 2025 ? year : yearOf(c.get('t').today)
}
