/** An unknown fact that something still hangs on; `row` says of whom, in a check. */
export type MissingFact = { readonly fact: string; readonly row: number }

/** Collects unknown facts, each once for each whom it is about, in the order they are met. */
export class Missing {
  // Made when first needed: of most outcomes nothing is missing.
  #facts: Map<string, MissingFact> | null = null
  #parameters: Set<string> | null = null

  fact(fact: string, row: number): void {
    this.#facts ??= new Map()
    this.#facts.set(`${row} ${fact}`, { fact, row })
  }

  /** A parameter that is out of date keeps a test undecided only where every fact beside it is known. */
  parameter(id: string): void {
    this.#parameters ??= new Set()
    this.#parameters.add(id)
  }

  clear(): void {
    this.#facts = null
    this.#parameters = null
  }

  get isEmpty(): boolean {
    return this.#facts === null && this.#parameters === null
  }

  get size(): number {
    return this.#facts?.size ?? 0
  }

  get facts(): readonly MissingFact[] {
    return [...(this.#facts?.values() ?? [])]
  }

  get parameters(): readonly string[] {
    return [...(this.#parameters ?? [])]
  }
}
