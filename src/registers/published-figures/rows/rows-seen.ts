/**
 * Which rows were met before, by digests of 64 bits, so that half a million rows of a table take four megabytes. Two different
 * rows with one digest are to be expected once in some hundred million tables of that size.
 */
export class RowsSeen {
  #slots = new Uint32Array(2 * 1024)
  #count = 0

  /** Remembers what stands in the columns `at` of a row; false when it is there already. */
  add(cells: readonly string[], at: readonly number[]): boolean {
    const [one, other] = digestOf(cells, at)
    if (!this.#put(one, other)) return false
    this.#count += 1
    if (this.#count * 16 > this.#slots.length * 7) this.#grow()
    return true
  }

  #put(one: number, other: number): boolean {
    const places = this.#slots.length / 2
    for (let place = one & (places - 1); ; place = (place + 1) & (places - 1)) {
      const [first, second] = [this.#slots[2 * place], this.#slots[2 * place + 1]]
      if (first === one && second === other) return false
      if (first !== 0 || second !== 0) continue
      this.#slots[2 * place] = one
      this.#slots[2 * place + 1] = other
      return true
    }
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Uint32Array(old.length * 2)
    for (let at = 0; at < old.length; at += 2) {
      const [one = 0, other = 0] = [old[at], old[at + 1]]
      if (one !== 0 || other !== 0) this.#put(one, other)
    }
  }
}

/** Two sums of 32 bits that walk the text apart (FNV-1a, and its like with another prime); never both zero. */
function digestOf(cells: readonly string[], at: readonly number[]): readonly [number, number] {
  let [one, other] = [0x811c9dc5, 0x9e3779b9]
  for (const column of at) {
    const cell = cells[column] ?? ''
    for (let sign = 0; sign < cell.length; sign += 1) {
      const code = cell.charCodeAt(sign)
      one = Math.imul(one ^ code, 0x01000193)
      other = Math.imul(other ^ code, 0x85ebca6b) ^ (other >>> 13)
    }
    // The end of a cell, so that "1|23" is not "12|3".
    one = Math.imul(one ^ 0x1f, 0x01000193)
    other = Math.imul(other ^ 0x1f, 0x85ebca6b)
  }
  return [mixed(one) || 1, mixed(other)]
}

/** Spreads the last signs of a text over all bits. */
function mixed(sum: number): number {
  const once = Math.imul(sum ^ (sum >>> 16), 0x45d9f3b)
  return (once ^ (once >>> 15)) >>> 0
}
