import { Button, ButtonRow, ErrorSummary, Form, Heading, Lead, LinkButton, Stack } from '../../../ui/index.ts'
import type { Role } from '../../access/actor.ts'
import type { Texts } from '../../messages/index.ts'
import { OwnFields, type OwnFieldsProps } from '../accounts/views/own-fields.tsx'

type Props = OwnFieldsProps & {
  readonly action: string
  readonly municipality: string
  readonly role: Role
}

/** What one is invited for; asks the name colleagues will see and the language to work in. */
export function InvitationPage({ t, action, municipality, role, values, errors }: Props) {
  return (
    <Stack>
      <ErrorSummary title={t('form.summary')} errors={errors} />
      <Heading level={1}>{t('identity.invitation.title')}</Heading>
      <Lead>{t('identity.invitation.lead', { municipality, role: t(`http.role.${role}`) })}</Lead>
      <Form action={action}>
        <OwnFields t={t} values={values} errors={errors} />
        <ButtonRow>
          <Button icon="log-in">{t('identity.invitation.accept')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

/** Accepted already, taken back, or too old: the same page for all. */
export function InvitationOverPage({ t }: { readonly t: Texts }) {
  return (
    <Stack>
      <Heading level={1}>{t('identity.invitation.over')}</Heading>
      <Lead>{t('identity.invitation.overText')}</Lead>
      <ButtonRow>
        <LinkButton href="/sign-in">{t('identity.signIn.title')}</LinkButton>
      </ButtonRow>
    </Stack>
  )
}
