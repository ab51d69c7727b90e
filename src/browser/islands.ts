/** Wakes up the islands of a page; linked only by pages that have one. */
import { hydrateIslands } from './hydrate.ts'

void hydrateIslands(document)
