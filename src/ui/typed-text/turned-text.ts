/**
 * Takes out the signs that turn text around by hand: embeddings, overrides and isolates (U+202A–202E, U+2066–2069; Unicode
 * annex 9, section 2). Nobody needs them to write a name or a sentence: each script knows its direction, and a page isolates
 * what was typed. Unclosed they turn around what stands after them, and `fdp.exe` reads `exe.pdf`.
 */
export const withoutTurns = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')

/**
 * Whether a text has letters that run the other way than the words around it, so that it and what stands beside it could
 * change places. In Arabic a single Latin word stays where it is; one with figures, spaces or signs may not.
 */
export function runsTheOtherWay(text: string, direction: 'ltr' | 'rtl'): boolean {
  return direction === 'ltr' ? rightToLeft.test(text) : /[A-Za-zÀ-ɏЀ-ӿ]/.test(text) && /[^A-Za-zÀ-ɏЀ-ӿ]/.test(text)
}

/** Hebrew, Arabic and the other scripts of those blocks. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
