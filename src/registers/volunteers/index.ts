export { type AssignmentProblem, assignmentProblems, isAwayOn, isPausedOn, type Load } from './assignment.ts'
export { askDebriefs, type LastVisitsOf } from './care/index.ts'
export { type DemoVolunteers, demoVolunteers } from './demo.ts'
export {
  erasedInVolunteers,
  eraseReimbursements,
  eraseVolunteers,
  reimbursementsBefore,
  volunteersLeftBefore,
} from './erasing-store.ts'
export { fields } from './fields.ts'
export {
  freezeVolunteer,
  freezingRequestsOfVolunteers,
  frozenAccounts,
  frozenFile,
  frozenFiles,
  isFrozenAccount,
  volunteerFrozenOn,
} from './frozen/freezing-store.ts'
export { heldInVolunteers, volunteerFilesOf, whatVolunteersHold } from './held-store.ts'
export { isOnboardingComplete } from './onboarding.ts'
export { ownVolunteerRoutes } from './own-routes.tsx'
export { refuseAddresses } from './refusal-store.ts'
export { volunteerNavigation, volunteerRoutes } from './routes.tsx'
export { problemText } from './views/problem-text.ts'
export { spokenLanguages, type VisitTime, type Volunteer, visitTimes, volunteerTasks } from './volunteer.ts'
export { type Fellow, fellowsByIds, volunteerById, volunteerOf, volunteersIn } from './volunteer-store.ts'
export { waitingInVolunteers } from './waiting.ts'
