import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, ButtonRow, Heading, LinkButton, List, Notice, Section, Stack } from '../../../../ui/index.ts'
import type { FrozenFile } from '../freezing-store.ts'

type Props = {
  readonly t: Texts
  readonly file: FrozenFile
  /** Something was paid back, and the law asks that list. */
  readonly hasAccounts: boolean
  /** Notes what they ask about their own data. */
  readonly mayAskForThem: boolean
}

/** Instead of the file while nobody works with it: since when, and what others take over. No name. */
export function FrozenFilePage({ t, file, hasAccounts, mayAskForThem }: Props) {
  return (
    <Stack>
      <BackLink href="/volunteers" text={t('volunteers.back')} />
      <Heading level={1}>{t('volunteers.frozen.title')}</Heading>
      <Notice kind="attention">
        <p>{t('volunteers.frozen.since', { day: t.day(file.since) })}</p>
      </Notice>
      <Section title={t('volunteers.frozen.todo')}>
        <List
          items={[
            t('volunteers.frozen.todo.pair'),
            t('volunteers.frozen.todo.buddy'),
            ...(file.owesTalk ? [t('volunteers.frozen.todo.talk')] : []),
            t('volunteers.frozen.todo.costs'),
          ]}
        />
        <ButtonRow>
          {hasAccounts ? (
            <LinkButton href={`/volunteers/${file.id}/reimbursements`} icon="clipboard-list">
              {t('volunteers.frozen.accounts')}
            </LinkButton>
          ) : null}
          {mayAskForThem ? (
            <LinkButton href={`/rights/new?volunteer=${file.id}`} icon="scroll-text">
              {t('volunteers.rights')}
            </LinkButton>
          ) : null}
        </ButtonRow>
      </Section>
    </Stack>
  )
}
