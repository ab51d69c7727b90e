import type { Texts } from '../../../../platform/messages/index.ts'
import type { Passage, PassageKind } from './passages.ts'

/** What a piece of a report is, in words of colleagues. */
export const kindWords = (t: Texts, kind: PassageKind): string => t(`analysis.reports.translation.kind.${kind}`)

/** The same with a number, where there are several of a kind: `Nood 2`. */
export function passageWords(t: Texts, passage: Passage, all: readonly Passage[]): string {
  const alike = all.filter(({ kind }) => kind === passage.kind)
  const words = kindWords(t, passage.kind)
  return alike.length > 1 ? `${words} ${alike.indexOf(passage) + 1}` : words
}
