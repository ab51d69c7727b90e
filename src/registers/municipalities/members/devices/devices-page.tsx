import type { Member, Phone } from '../../../../platform/identity/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  EmptyState,
  Form,
  Heading,
  Lead,
  LinkList,
  Section,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import type { Devices } from './actions.ts'

type Props = { readonly t: Texts; readonly member: Member; readonly devices: Devices }

/** For when a phone is gone or a colleague leaves in a hurry: signing out from here, and erasing. */
export function DevicesPage({ t, member, devices: { sessions, phones, isShutByMail } }: Props) {
  const path = `/admin/memberships/${member.id}/devices`
  return (
    <Stack gap="large">
      <BackLink href={`/admin/memberships/${member.id}`} text={member.name} />
      <Heading level={1}>{t('municipalities.devices.title')}</Heading>
      <Lead>{t('municipalities.devices.lead')}</Lead>
      <Section title={t('municipalities.devices.sessions')}>
        {sessions.length === 0 ? (
          <EmptyState title={t('municipalities.devices.none')} icon="lock" />
        ) : (
          <>
            <LinkList
              label={t('municipalities.devices.sessions')}
              items={sessions.map(({ id, device, lastSeenAt }) => ({
                key: id,
                title: device || t('municipalities.devices.unknown'),
                description: t('municipalities.devices.seen', { moment: t.moment(lastSeenAt) }),
              }))}
            />
            <Form action={`${path}/sign-out`}>
              <ButtonRow>
                <Button look="danger" icon="log-out">
                  {t('municipalities.devices.signOut')}
                </Button>
              </ButtonRow>
            </Form>
          </>
        )}
      </Section>
      {phones.length > 0 && <Phones t={t} path={path} phones={phones} />}
      {isShutByMail && (
        <Section title={t('municipalities.devices.byMail')}>
          <p>{t('municipalities.devices.byMailText')}</p>
          <Form action={`${path}/mail-links`}>
            <ButtonRow>
              <Button look="secondary">{t('municipalities.devices.openByMail')}</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </Stack>
  )
}

type PhonesProps = { readonly t: Texts; readonly path: string; readonly phones: readonly Phone[] }

function Phones({ t, path, phones }: PhonesProps) {
  return (
    <Section title={t('municipalities.devices.phones')}>
      <p>{t('municipalities.devices.phonesText')}</p>
      <LinkList
        label={t('municipalities.devices.phones')}
        items={phones.map((phone) => ({
          key: phone.id,
          title: phone.device || t('municipalities.devices.unknown'),
          description: [
            t('municipalities.devices.seen', { moment: t.moment(phone.lastSeenAt) }),
            phone.isShared ? t('municipalities.devices.shared') : '',
            phone.notSent > 0 ? t('municipalities.devices.notSent', { count: phone.notSent }) : '',
          ]
            .filter(Boolean)
            .join(' · '),
          actions:
            phone.wipeAskedAt || phone.wipedAt ? (
              <Status
                word={t(phone.wipedAt ? 'municipalities.devices.wiped' : 'municipalities.devices.wipeAsked')}
                icon={phone.wipedAt ? 'check' : 'clock'}
              />
            ) : (
              <Form action={`${path}/phones/${phone.id}/wipe`} look="inline">
                <Button look="secondary" about={phone.device}>
                  {t('municipalities.devices.wipe')}
                </Button>
              </Form>
            ),
        }))}
      />
    </Section>
  )
}
