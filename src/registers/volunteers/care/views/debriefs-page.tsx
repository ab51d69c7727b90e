import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, EmptyState, Heading, Lead, LinkList, Stack, Status } from '../../../../ui/index.ts'
import type { FrozenFile } from '../../frozen/freezing-store.ts'
import { TalksThatWait } from '../../frozen/views/frozen-files.tsx'
import type { Debrief } from '../care.ts'

type Props = {
  readonly t: Texts
  readonly owed: readonly (Debrief & { readonly isLate: boolean })[]
  readonly frozen: readonly FrozenFile[]
}

/** Talks owed after hard visits, the first promised first. */
export function DebriefsPage({ t, owed, frozen }: Props) {
  return (
    <Stack>
      <BackLink href="/volunteers" text={t('volunteers.back')} />
      <Heading level={1}>{t('volunteers.debriefs.title')}</Heading>
      <Lead>{t('volunteers.debriefs.lead')}</Lead>
      <TalksThatWait t={t} files={frozen} />
      {owed.length === 0 ? (
        <EmptyState
          title={t('volunteers.debriefs.none')}
          text={t('volunteers.debriefs.none.text')}
          icon="circle-check"
        />
      ) : (
        <LinkList
          label={t('volunteers.debriefs.title')}
          listKeys
          items={owed.map(({ id, volunteerId, volunteerName, origin, visitedOn, dueAt, isLate }) => ({
            key: id,
            href: `/volunteers/${volunteerId}/care#debriefs`,
            title: volunteerName,
            meta: isLate ? (
              <Status word={t('volunteers.debriefs.late')} icon="triangle-alert" />
            ) : (
              <Status word={t('volunteers.debriefs.open')} icon="clock" />
            ),
            description: `${t(`volunteers.debriefs.origin.${origin}`, { day: t.day(visitedOn) })} ${t('volunteers.debriefs.due', { moment: t.moment(dueAt) })}`,
          }))}
        />
      )}
    </Stack>
  )
}
