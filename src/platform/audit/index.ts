export { type LookedAt, type Looker, lookersOf } from './lookers.ts'
export { auditNavigation, auditRoutes } from './routes.tsx'
export { type AuditCheck, verifyAudit } from './verify.ts'
export { waitingInAudit } from './waiting.ts'
