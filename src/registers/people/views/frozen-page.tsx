import type { IsoDate } from '@meernet/calendar'
import type { Texts } from '../../../platform/messages/index.ts'
import { BackLink, ButtonRow, Heading, LinkButton, Notice, Stack } from '../../../ui/index.ts'

type Props = {
  readonly t: Texts
  readonly since: IsoDate
  /** Where what they ask about their own data is noted, for who may do that. */
  readonly askHref: string | undefined
}

/** Instead of somebody's page while nobody may read it: since when, why, and whom to ask. No name. */
export function FrozenPage({ t, since, askHref }: Props) {
  return (
    <Stack>
      <BackLink href="/people" text={t('people.title')} />
      <Heading level={1}>{t('people.frozen')}</Heading>
      <Notice kind="attention">
        <p>{t('people.frozenSince', { day: t.day(since) })}</p>
      </Notice>
      {askHref ? (
        <ButtonRow>
          <LinkButton href={askHref} icon="scroll-text">
            {t('people.frozen.ask')}
          </LinkButton>
        </ButtonRow>
      ) : null}
    </Stack>
  )
}
