import { roles } from '../../../../platform/access/actor.ts'
import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  EmailField,
  ErrorSummary,
  Form,
  Heading,
  Select,
  Stack,
} from '../../../../ui/index.ts'
import type { Choices } from '../choices.ts'
import { MembershipFields } from './membership-fields.tsx'
import { SecondNotice } from './second-notice.tsx'

type Props = { readonly t: Texts; readonly id: string; readonly form: FilledForm; readonly choices: Choices }

/** Invites somebody by mail. */
export function InvitePage({ t, id, form, choices }: Props) {
  return (
    <Stack>
      <BackLink href="/admin/memberships" text={t('municipalities.members.title')} />
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Heading level={1}>{t('municipalities.invite.title')}</Heading>
      <Form action="/admin/memberships" hidden={{ id }}>
        <EmailField {...form.field('email')} label={t('municipalities.email')} autocomplete="off" required />
        <Select
          {...form.field('role')}
          label={t('municipalities.role')}
          emptyText={t('municipalities.choose')}
          choices={roles.map((value) => ({ value, label: t(`http.role.${value}`) }))}
          required
        />
        <Select
          {...form.field('zoneId')}
          label={t('municipalities.zone')}
          hint={t('municipalities.zone.hint')}
          emptyText={t('municipalities.choose')}
          choices={choices.zones.map(({ id: value, name: label }) => ({ value, label }))}
          required
        />
        <MembershipFields t={t} form={form} choices={choices} />
        <SecondNotice t={t} choices={choices} />
        <ButtonRow>
          <Button icon="send">{t('municipalities.invite.send')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
