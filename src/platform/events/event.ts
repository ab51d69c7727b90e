/**
 * A notice from one function to others, handled inside the transaction that publishes it: the change and what follows from
 * it are kept together or not at all. Types are defined by the publisher; `app.tsx` alone connects subscribers.
 */
export type EventType<Payload> = { readonly name: string; readonly _payload?: Payload }

/** A kind of notice, by a name that is its own in the whole program: `guidance.caseProgressed`. */
export const defineEvent = <Payload>(name: string): EventType<Payload> => ({ name })

// A map of event name to handlers cannot be typed per key; `subscribe` and `publish` keep the pair together.
type Handler<Tx> = (tx: Tx, payload: never) => Promise<void>

/** Who listens to what; handlers are called one after the other, and what one throws undoes the transaction. */
export class EventBus<Tx> {
  readonly #handlers = new Map<string, Handler<Tx>[]>()

  subscribe<Payload>(type: EventType<Payload>, handler: (tx: Tx, payload: Payload) => Promise<void>): void {
    const handlers = this.#handlers.get(type.name) ?? []
    this.#handlers.set(type.name, [...handlers, handler as Handler<Tx>])
  }

  async publish<Payload>(tx: Tx, type: EventType<Payload>, payload: Payload): Promise<void> {
    for (const handler of this.#handlers.get(type.name) ?? []) await handler(tx, payload as never)
  }
}
