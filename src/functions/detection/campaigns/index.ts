export { type CampaignDoor, type DoorOutcome, doorsById, handBackDoors, recordOutcome } from './rounds/door-store.ts'
export { type Round, type RoundDoor, roundById, roundsForVisitor, type VisitorRound } from './rounds/round-store.ts'
