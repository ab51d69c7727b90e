/** Numbers from 0 to 1, the same for a seed in every run: a linear congruential generator, D.H. Lehmer, with the numbers of ANSI C. */
export function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return state / 2_147_483_648
  }
}
