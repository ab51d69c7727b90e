import type { Texts } from '../../../../platform/messages/index.ts'
import type { FileRefused } from '../../../../platform/published-files/refusal.ts'
import { DescriptionList, Section } from '../../../../ui/index.ts'

/** Where in the file something is wrong, what kind of fault it is and what to do; then the exact words, for who made the file. */
export function Refusal({ t, refused }: { readonly t: Texts; readonly refused: FileRefused }) {
  const key = `places.areas.refused.${refused.code}`
  return (
    <Section title={t('places.areas.refused')}>
      <DescriptionList
        items={[
          { term: t('places.areas.file'), value: refused.file },
          { term: t('places.areas.refused.where.sheet'), value: refused.sheet ?? undefined },
          { term: t('places.areas.refused.where.line'), value: refused.line ?? undefined },
          { term: t('places.areas.refused.where.column'), value: refused.column ?? undefined },
          { term: t('places.areas.refused.why'), value: t.has(key) ? t(key) : undefined },
          { term: t('places.areas.refused.exactly'), value: <span lang="en">{refused.sentence}</span> },
        ]}
      />
    </Section>
  )
}
