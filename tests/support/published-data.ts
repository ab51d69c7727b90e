import { fileURLToPath } from 'node:url'

/** A file as its publisher put it out, kept beside the checkout: input of tests, no part of the program. */
export const publishedData = (path: string): string =>
  fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url))
