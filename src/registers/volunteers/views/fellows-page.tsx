import type { Texts } from '../../../platform/messages/index.ts'
import { EmptyState, Heading, Lead, LinkList, Stack, Status } from '../../../ui/index.ts'
import { isPausedOn } from '../assignment.ts'
import type { FellowState } from '../volunteer-store.ts'

type Props = { readonly t: Texts; readonly fellows: readonly FellowState[] }

/** Who is a volunteer here and who has a pause; nothing else of the file. */
export function FellowsPage({ t, fellows }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('volunteers.title')}</Heading>
      <Lead>{t('volunteers.fellows.lead')}</Lead>
      {fellows.length === 0 ? <EmptyState title={t('volunteers.none')} icon="hand-heart" /> : null}
      <LinkList
        label={t('volunteers.list')}
        items={fellows.map((fellow) => ({
          key: fellow.id,
          title: fellow.name,
          meta: (
            <Status
              word={isPausedOn(fellow, t.today) ? t('volunteers.standing.paused') : t('volunteers.standing.active')}
            />
          ),
        }))}
      />
    </Stack>
  )
}
