/** An unknown fact that something still hangs on; `row` says of whom, in a check. */
export type MissingFact = { readonly fact: string; readonly row: number }

/** Collects unknown facts, each once for each whom it is about, in the order they are met. */
export class Missing {
  readonly #facts = new Map<string, MissingFact>()
  readonly #parameters = new Set<string>()

  fact(fact: string, row: number): void {
    this.#facts.set(`${row} ${fact}`, { fact, row })
  }

  /** A parameter that is out of date keeps a test undecided only where every fact beside it is known. */
  parameter(id: string): void {
    this.#parameters.add(id)
  }

  clear(): void {
    this.#facts.clear()
    this.#parameters.clear()
  }

  get size(): number {
    return this.#facts.size
  }

  get facts(): readonly MissingFact[] {
    return [...this.#facts.values()]
  }

  get parameters(): readonly string[] {
    return [...this.#parameters]
  }
}
