import type { Invitation, Member } from '../../../../platform/identity/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Button,
  ButtonRow,
  Count,
  Form,
  Heading,
  Link,
  LinkButton,
  LinkList,
  Section,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import type { DataZone } from '../../municipality-store.ts'

type Props = {
  readonly t: Texts
  readonly members: readonly Member[]
  readonly invitations: readonly Invitation[]
  readonly zones: readonly DataZone[]
}

/** Who works here, and who was invited and did not answer yet. */
export function MembersPage({ t, members, invitations, zones }: Props) {
  const zoneName = (id: string) => zones.find((zone) => zone.id === id)?.name ?? ''
  return (
    <Stack gap="large">
      <Heading level={1}>{t('municipalities.members.title')}</Heading>
      <ButtonRow>
        <LinkButton href="/admin/memberships/new" look="primary" icon="plus">
          {t('municipalities.invite.title')}
        </LinkButton>
      </ButtonRow>
      {invitations.length > 0 && (
        <Section title={t('municipalities.invitations.title')} beside={<Count value={invitations.length} />}>
          <LinkList
            label={t('municipalities.invitations.title')}
            items={invitations.map(({ id, email, role, zoneId, expiresAt }) => ({
              key: id,
              title: email,
              description: `${t(`http.role.${role}`)}, ${zoneName(zoneId)}`,
              meta: t('municipalities.invitations.until', { moment: t.moment(expiresAt) }),
              actions: (
                <Form action={`/admin/invitations/${id}/withdrawal`} look="inline">
                  <Button look="secondary" about={email}>
                    {t('municipalities.invitations.withdraw')}
                  </Button>
                </Form>
              ),
            }))}
          />
        </Section>
      )}
      <Table
        caption={t('municipalities.members.caption')}
        captionHidden
        rows={members}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            heading: t('municipalities.name'),
            rowHeader: true,
            cell: ({ id, name }) => <Link href={`/admin/memberships/${id}`}>{name}</Link>,
          },
          { key: 'role', heading: t('municipalities.role'), cell: ({ role }) => t(`http.role.${role}`) },
          { key: 'zone', heading: t('municipalities.zone'), cell: ({ zoneId }) => zoneName(zoneId) },
          {
            key: 'secrecy',
            heading: t('municipalities.secrecy.status'),
            cell: (member) => secrecyText(t, member),
          },
          {
            key: 'onCall',
            heading: t('municipalities.onCall'),
            cell: ({ isOnCall }) => (isOnCall ? t('municipalities.onCall.yes') : ''),
          },
        ]}
      />
    </Stack>
  )
}

/** The status and until when it counts; says when that day has passed. */
function secrecyText(t: Texts, { secrecy, secrecyReviewOn }: Member): string {
  const status = t(`municipalities.secrecy.${secrecy}`)
  if (secrecyReviewOn === null) return status
  const day = t.day(secrecyReviewOn)
  return secrecyReviewOn < t.today
    ? t('municipalities.secrecy.passed', { status, day })
    : t('municipalities.secrecy.until', { status, day })
}
