/** False, true, unknown: the three answers of a test, small integers because they are made by the million. */
export const no = 0
export const yes = 1
export const unsure = 2

/** Two numbers closer than this are equal: a millionth of a cent, below what any fraction in a rule can make. */
export const nearly = 1e-6
