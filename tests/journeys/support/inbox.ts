import type { Person } from './person.ts'

/** Opens the card of `name` in the inbox after searching for `words`, on one page however full the inbox is. */
export async function openFromSearch(coordinator: Person, words: string, name: string): Promise<void> {
  await coordinator.opens('/inbox')
  await coordinator.writes('Zoek in de kaartjes', words)
  await coordinator.presses('Zoek')
  await coordinator.reads(/zoekt: \S/)
  await coordinator.arrivesAt('Inbox')
  await coordinator.follows(name)
  await coordinator.arrivesAt(name)
}
