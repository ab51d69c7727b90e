export {
  createHouseholds,
  type Household,
  type HouseholdMember,
  type HouseholdRole,
  householdOf,
  householdRoles,
  leaveHousehold,
} from './household-store.ts'
export { type Channel, channels, fullName, type NewPerson, type Person, type PersonSummary } from './person.ts'
export { findPeople } from './person-search.ts'
export { type Contact, createPeople, createPerson, peopleById, personById, updateContact } from './person-store.ts'
