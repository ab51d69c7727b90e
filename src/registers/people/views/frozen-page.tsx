import type { IsoDate } from '@meernet/calendar'
import type { Texts } from '../../../platform/messages/index.ts'
import { BackLink, Heading, Notice, Stack } from '../../../ui/index.ts'

/** Instead of somebody's page while nobody may read it: since when, why, and whom to ask. No name. */
export function FrozenPage({ t, since }: { readonly t: Texts; readonly since: IsoDate }) {
  return (
    <Stack>
      <BackLink href="/people" text={t('people.title')} />
      <Heading level={1}>{t('people.frozen')}</Heading>
      <Notice kind="attention">
        <p>{t('people.frozenSince', { day: t.day(since) })}</p>
      </Notice>
    </Stack>
  )
}
