import { Button, EmptyState, Form, Heading, Lead, LinkList, Stack, Status } from '../../../ui/index.ts'
import type { Texts } from '../../messages/index.ts'
import type { OpenMembership } from './membership-store.ts'

type Props = {
  readonly t: Texts
  readonly name: string
  readonly memberships: readonly OpenMembership[]
  readonly chosen: OpenMembership | undefined
}

/** Where one may work, with a button for each. */
export function MembershipsPage({ t, name, memberships, chosen }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('identity.memberships.title')}</Heading>
      {memberships.length === 0 ? (
        <EmptyState title={t('identity.memberships.none')} text={t('identity.memberships.noneText')} icon="lock" />
      ) : (
        <>
          <Lead>{t('identity.memberships.lead', { name })}</Lead>
          <LinkList
            label={t('identity.memberships.title')}
            items={memberships.map((membership) => ({
              key: membership.id,
              title: `${membership.municipalityName}: ${t(`http.role.${membership.role}`)}`,
              description: membership.zoneName,
              actions:
                membership.id === chosen?.id ? (
                  <Status word={t('identity.memberships.here')} icon="check" />
                ) : (
                  <Form action="/memberships" hidden={{ membershipId: membership.id }} look="inline">
                    <Button look="secondary" about={membership.zoneName}>
                      {t('identity.memberships.choose')}
                    </Button>
                  </Form>
                ),
            }))}
          />
        </>
      )}
      <Form action="/sign-out">
        <Button look="quiet" icon="log-out">
          {t('http.signOut')}
        </Button>
      </Form>
    </Stack>
  )
}
