import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, EmptyState, Heading, Lead, LinkList, Stack, SubNavigation } from '../../../../ui/index.ts'
import { type LastHeard, silences } from '../last-heard.ts'

type Props = { readonly t: Texts; readonly days: number; readonly people: readonly LastHeard[] }

/** Who was not heard of for long, by name, with the day. */
export function NotHeardPage({ t, days, people }: Props) {
  return (
    <Stack>
      <BackLink href="/volunteers" text={t('volunteers.back')} />
      <Heading level={1}>{t('volunteers.notHeard.title')}</Heading>
      <Lead>{t('volunteers.notHeard.lead')}</Lead>
      <SubNavigation
        label={t('volunteers.notHeard.since')}
        items={silences.map((each) => ({
          href: `/volunteers/not-heard?days=${each}`,
          text: t('volunteers.notHeard.days', { days: each }),
          current: each === days,
        }))}
      />
      {people.length === 0 ? (
        <EmptyState title={t('volunteers.notHeard.none')} text={t('volunteers.notHeard.none.text')} icon="hand-heart" />
      ) : (
        <LinkList
          label={t('volunteers.notHeard.title')}
          listKeys
          items={people.map(({ id, name, heardOn }) => ({
            key: id,
            href: `/volunteers/${id}/care#contact`,
            title: name,
            description: heardOn
              ? t('volunteers.notHeard.last', { day: t.day(heardOn), words: t.dayInWords(heardOn) })
              : t('volunteers.notHeard.never'),
          }))}
        />
      )}
    </Stack>
  )
}
