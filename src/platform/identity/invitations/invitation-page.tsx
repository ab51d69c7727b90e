import {
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  LinkButton,
  RadioGroup,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import type { Role } from '../../access/actor.ts'
import { languageNames, staffLanguages, type Texts } from '../../messages/index.ts'

type Props = {
  readonly t: Texts
  readonly action: string
  readonly municipality: string
  readonly role: Role
  readonly values: { readonly name: string | undefined; readonly language: string }
  readonly errors: readonly { readonly field: string; readonly text: string }[]
}

/** What one is invited for; asks the name colleagues will see and the language to work in. */
export function InvitationPage({ t, action, municipality, role, values, errors }: Props) {
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text
  return (
    <Stack>
      <ErrorSummary title={t('form.summary')} errors={errors} />
      <Heading level={1}>{t('identity.invitation.title')}</Heading>
      <Lead>{t('identity.invitation.lead', { municipality, role: t(`http.role.${role}`) })}</Lead>
      <Form action={action}>
        <TextField
          name="name"
          label={t('identity.name')}
          hint={t('identity.name.hint')}
          value={values.name}
          autocomplete="name"
          maxLength={120}
          required
          error={errorOf('name')}
        />
        <RadioGroup
          name="language"
          label={t('identity.language')}
          value={values.language}
          choices={staffLanguages.map((value) => ({ value, label: languageNames[value] }))}
          inline
          error={errorOf('language')}
        />
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
