import { useState } from 'preact/hooks'

/** Does what a button asks, which says whether it is done. */
export type Press = (act: () => Promise<boolean>) => Promise<void>

/**
 * A button that writes acts: pressed twice by a cold finger, it writes once. While it is being kept, and once it is, another press does
 * nothing; when it could not be kept the next one tries again.
 */
export function onePress(): Press {
  let isTaken = false
  return async (act) => {
    if (isTaken) return
    isTaken = true
    try {
      isTaken = await act()
    } catch (error) {
      isTaken = false
      throw error
    }
  }
}

/** One for as long as the button is on the screen. */
export const useOnePress = (): Press => useState(onePress)[0]
