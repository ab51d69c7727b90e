import { DescriptionList, Section } from '../../ui/index.ts'
import type { Texts } from '../messages/index.ts'
import type { Refusal } from './refusal.ts'

type Props = {
  readonly t: Texts
  readonly refused: Refusal
  /** Key of what this kind of fault means for this kind of file, and what to do; left out when there is no such sentence. */
  readonly explanation?: string | undefined
}

/** Where in a file something is wrong, what it means and what to do; then the exact words, for who made the file. */
export function RefusalSection({ t, refused, explanation = '' }: Props) {
  return (
    <Section title={t('file.refused')}>
      <DescriptionList
        items={[
          { term: t('file.refused.file'), value: refused.file },
          { term: t('file.refused.sheet'), value: refused.sheet ?? undefined },
          { term: t('file.refused.line'), value: refused.line ?? undefined },
          { term: t('file.refused.column'), value: refused.column ?? undefined },
          { term: t('file.refused.why'), value: t.has(explanation) ? t(explanation) : undefined },
          { term: t('file.refused.exactly'), value: <span lang="en">{refused.sentence}</span> },
        ]}
      />
    </Section>
  )
}
