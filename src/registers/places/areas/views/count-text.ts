import { locales, type Texts } from '../../../../platform/messages/index.ts'

/** A whole number as people write it: 11.697. */
export const countText = (t: Pick<Texts, 'language'>, count: number): string =>
  new Intl.NumberFormat(locales[t.language]).format(count)
