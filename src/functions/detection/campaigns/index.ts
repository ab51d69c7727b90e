export { type CampaignDoor, type DoorOutcome, doorsById, handBackDoors, recordOutcome } from './door-store.ts'
export { type Round, type RoundDoor, roundById, roundsForVisitor, type VisitorRound } from './round-store.ts'
