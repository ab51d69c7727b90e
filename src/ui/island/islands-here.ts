import { createContext } from 'preact'

/** Hears while a page is rendered that it has an island, so that what wakes islands up is linked by such pages only. */
export const IslandsHere = /* @__PURE__ */ createContext<{ isThere: boolean } | undefined>(undefined)
