import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import type { Language } from '../messages/index.ts'

/**
 * A list of words that is content, not code: groups, themes, causes. Each entry has a code that is kept for good, the days
 * between which it may be chosen, and its label per language; the list says where it comes from.
 */
export type DatedContent = z.infer<typeof datedContent>
export type ContentEntry = DatedContent['entries'][number]

const day = z.iso.date()
const labels = z.object({
  nl: z.string().min(1),
  fr: z.string().min(1),
  en: z.string().min(1),
  ar: z.string().min(1).optional(),
  tr: z.string().min(1).optional(),
  uk: z.string().min(1).optional(),
})

/** One entry of a list; a list may add properties of its own. */
export const contentEntry = z.object({
  code: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  from: day,
  /** The last day on which it may be chosen. */
  until: day.optional(),
  labels,
  /** Other words people use for it, for search. */
  words: z.array(z.string()).default([]),
})

/** A whole list; a list with properties of its own builds its own shape from `contentEntry`. */
export const datedContent = z.object({
  /** Who says so, and where; `product` when Meernet chose it. */
  source: z.string().min(1),
  entries: z.array(contentEntry).min(1),
})

/** Entries that may be chosen on `on`, in the order of the list. */
export function entriesOn<Entry extends ContentEntry>(
  content: { readonly entries: readonly Entry[] },
  on: IsoDate,
): readonly Entry[] {
  return content.entries.filter(({ from, until }) => from <= on && (until === undefined || on <= until))
}

/** Label of `code` in `language`, also of one that can no longer be chosen; Dutch when there is no other, the code when unknown. */
export function labelOf(content: DatedContent, code: string, language: Language): string {
  const entry = content.entries.find((candidate) => candidate.code === code)
  return entry?.labels[language] ?? entry?.labels.nl ?? code
}

/** Choices for a form: the entries of `on`, labelled. */
export function choicesOn(
  content: DatedContent,
  on: IsoDate,
  language: Language,
): readonly { readonly value: string; readonly label: string }[] {
  return entriesOn(content, on).map(({ code }) => ({ value: code, label: labelOf(content, code, language) }))
}
