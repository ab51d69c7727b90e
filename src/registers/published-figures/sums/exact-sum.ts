/**
 * Adds up published numbers without the dust of binary fractions: 0.1 + 0.2 is 0.3. Compensated summation, rounded to the most
 * decimals that were published. Source: A. Neumaier (1974).
 */
export class ExactSum {
  #sum = 0
  #lost = 0
  #decimals = 0

  add(value: number, decimals: number): void {
    const next = this.#sum + value
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum
    this.#sum = next
    if (decimals > this.#decimals) this.#decimals = decimals
  }

  get value(): number {
    return Number((this.#sum + this.#lost).toFixed(Math.min(this.#decimals, 20)))
  }

  get decimals(): number {
    return this.#decimals
  }
}
