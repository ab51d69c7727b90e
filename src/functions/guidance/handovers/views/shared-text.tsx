import type { Texts } from '../../../../platform/messages/index.ts'
import { DescriptionList } from '../../../../ui/index.ts'
import type { Shared } from '../handover.ts'

/** What the receiver reads, and nothing more. */
export function SharedText({ t, shared }: { readonly t: Texts; readonly shared: Shared }) {
  return (
    <DescriptionList
      items={[
        { term: t('guidance.handover.personName'), value: shared.personName },
        { term: t('guidance.handover.reachBy'), value: shared.reachBy },
        {
          term: t('people.field.language'),
          value: shared.needsInterpreter
            ? t('people.languageWithInterpreter', { language: shared.language })
            : shared.language || undefined,
        },
        { term: t('guidance.handover.text'), value: shared.text },
      ]}
    />
  )
}
