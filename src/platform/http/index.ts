export { type AnsweredRequest, baseApp, type HttpNeeds } from './base-app.tsx'
export { changedMeanwhile } from './changed-meanwhile.tsx'
export {
  actorOf,
  type Ctx,
  type Env,
  municipalityOf,
  type NavigationEntry,
  type NavigationGroup,
  type PublicMunicipality,
  type Routes,
  type Session,
  type Shell,
  staffOf,
} from './context.ts'
export { cookieOf, dropCookie, leaveCookie } from './cookies.ts'
export { badRequest, conflict, forbidden, HttpError, notFound, restricted } from './errors.ts'
export { type FilledForm, filledForm } from './filled-form.ts'
export { leaveFlash } from './flash.ts'
export {
  checkbox,
  checkForm,
  emailAddress,
  errorTexts,
  type FormError,
  type FormErrors,
  type FormValues,
  identifier,
  isoDate,
  manyOf,
  oneOf,
  optionalText,
  type ParsedForm,
  parseForm,
  phone,
  requiredText,
  seenVersion,
  typedText,
} from './form.ts'
export { limitJobs } from './jobs.ts'
export { isDeeperThan } from './json-depth.ts'
export { may, ruleOf } from './may.ts'
export { focusPage, plainPage, printPage, publicPage, workplacePage } from './page.tsx'
export { addressOf, type LimitRate, type RateLimit, rateLimiter } from './rate-limit.ts'
