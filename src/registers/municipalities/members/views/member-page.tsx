import { countingSecrecy } from '../../../../platform/access/secrecy.ts'
import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Member } from '../../../../platform/identity/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Notice,
  PhoneField,
  Stack,
} from '../../../../ui/index.ts'
import type { Choices } from '../choices.ts'
import { MembershipFields } from './membership-fields.tsx'
import { SecondNotice } from './second-notice.tsx'

type Props = {
  readonly t: Texts
  readonly member: Member
  readonly form: FilledForm
  readonly choices: Choices
  /** Somebody else saved first: the form shows what they saved. */
  readonly isStale: boolean
}

/** One membership, to change or end. */
export function MemberPage({ t, member, form, choices, isStale }: Props) {
  const path = `/admin/memberships/${member.id}`
  const { name, ...onCall } = form.field('isOnCall')
  return (
    <Stack>
      <BackLink href="/admin/memberships" text={t('municipalities.members.title')} />
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      {isStale && (
        <Notice kind="attention" announce>
          <p>{t('municipalities.members.stale')}</p>
        </Notice>
      )}
      <Heading level={1}>{member.name}</Heading>
      <DescriptionList
        items={[
          { term: t('municipalities.email'), value: member.email },
          { term: t('municipalities.role'), value: t(`http.role.${member.role}`) },
          { term: t('municipalities.zone'), value: choices.zones.find(({ id }) => id === member.zoneId)?.name },
        ]}
      />
      {needsSecond(member, t.today) ? (
        <SecondNotice t={t} choices={choices} zoneId={member.zoneId} userId={member.accountId} />
      ) : null}
      {member.endedAt ? (
        <Notice>
          <p>{t('municipalities.members.endedOn', { moment: t.moment(member.endedAt) })}</p>
        </Notice>
      ) : (
        <Form action={path} hidden={{ version: form.version(member.version) }}>
          <PhoneField
            {...form.field('phone')}
            label={t('municipalities.phone')}
            hint={t('municipalities.phone.hint')}
          />
          <Checkbox
            name={name}
            label={t('municipalities.onCall')}
            hint={t('municipalities.onCall.hint')}
            checked={onCall.value === 'yes'}
            error={onCall.error}
          />
          <MembershipFields t={t} form={form} choices={choices} />
          <ButtonRow>
            <Button>{t('municipalities.save')}</Button>
            <LinkButton href={`${path}/devices`}>{t('municipalities.devices.open')}</LinkButton>
            <LinkButton href={`${path}/ending`}>{t('municipalities.ending.open')}</LinkButton>
          </ButtonRow>
        </Form>
      )}
    </Stack>
  )
}

/** A coordinator who works here and is not bound by professional secrecy today. */
const needsSecond = ({ role, secrecy, secrecyReviewOn, endedAt }: Member, today: string): boolean =>
  endedAt === null &&
  role === 'coordinator' &&
  countingSecrecy(secrecy, secrecyReviewOn, today) !== 'professionalSecrecy'
