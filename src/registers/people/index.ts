export { type DemoPeople, type DemoPerson, demoPeople } from './demo/demo-people.ts'
export { erasedInPeople, erasePeople, peopleUnchangedSince } from './erasing-store.ts'
export { fields } from './fields.ts'
export { freezePerson, freezingRequests, frozenOn, frozenSince } from './freezing-store.ts'
export { heldInPeople, whatPeopleHold } from './held-store.ts'
export {
  createHouseholds,
  type Household,
  type HouseholdMember,
  type HouseholdRole,
  householdOf,
  householdRoles,
  leaveHousehold,
} from './household-store.ts'
export { isOwnName, tellOfficers } from './odd-look.ts'
export { type Channel, channels, fullName, type NewPerson, type Person, type PersonSummary } from './person.ts'
export { peopleNamed } from './person-named-store.ts'
export { findPeople } from './person-search-store.ts'
export type { PersonSection, PersonSectionOf } from './person-section.ts'
export { type Contact, createPeople, createPerson, peopleById, personById, updateContact } from './person-store.ts'
export { peopleNavigation, peopleRoutes } from './routes.tsx'
