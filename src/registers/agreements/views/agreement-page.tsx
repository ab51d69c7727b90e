import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  ConfirmPanel,
  DescriptionList,
  ErrorSummary,
  Heading,
  Notice,
  RadioGroup,
  Stack,
} from '../../../ui/index.ts'
import { fullName, type Person } from '../../people/index.ts'
import { type SharingAgreement, withdrawalChannels } from '../agreement.ts'

type Props = {
  readonly t: Texts
  readonly agreement: SharingAgreement
  readonly person: Person | undefined
  readonly form: FilledForm
}

/** One agreement, and taking it back in one press: it works at once. */
export function AgreementPage({ t, agreement, person, form }: Props) {
  const back = `/people/${agreement.personId}`
  return (
    <Stack gap="large">
      <Stack gap="small">
        <BackLink href={back} text={person ? fullName(person) : t('people.title')} />
        <Heading level={1}>{t('agreements.one')}</Heading>
      </Stack>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      {agreement.withdrawn ? (
        <Notice kind="attention">
          <p>{t('agreements.withdrawnOn', { moment: t.moment(agreement.withdrawn.at) })}</p>
        </Notice>
      ) : null}
      <DescriptionList items={factsOf(t, agreement)} />
      {agreement.withdrawn ? null : (
        <ConfirmPanel
          level={2}
          title={t('agreements.withdraw')}
          consequences={[
            t('agreements.withdraw.atOnce'),
            t('agreements.withdraw.handover'),
            ...(agreement.fromCardId ? [t('agreements.withdraw.card')] : []),
          ]}
          action={`/agreements/${agreement.id}/withdrawal`}
          confirmText={t('agreements.withdraw.confirm')}
          cancel={{ href: back, text: t('agreements.withdraw.cancel') }}
        >
          <RadioGroup
            {...form.field('channel')}
            value={form.field('channel').value || 'phone'}
            label={t('agreements.withdraw.channel')}
            inline
            choices={withdrawalChannels.map((channel) => ({
              value: channel,
              label: t(`agreements.channel.${channel}`),
            }))}
          />
        </ConfirmPanel>
      )}
    </Stack>
  )
}

function factsOf(t: Texts, agreement: SharingAgreement) {
  return [
    { term: t('agreements.mayTell'), value: agreement.mayTell },
    { term: t('agreements.toWhom'), value: t.list(agreement.toWhom.map((one) => t(`agreements.audience.${one}`))) },
    { term: t('agreements.toOrganisation'), value: agreement.toOrganisation ?? undefined },
    { term: t('agreements.purpose'), value: t(`agreements.purpose.${agreement.purpose}`) },
    {
      term: t('agreements.given'),
      value: `${t(`agreements.given.${agreement.given}`)}, ${t.day(agreement.givenOn)}`,
    },
    { term: t('agreements.origin'), value: agreement.fromCardId ? t('agreements.origin.card') : undefined },
    { term: t('agreements.witnessedBy'), value: agreement.witnessedBy },
    {
      term: t('agreements.validUntil'),
      value: agreement.validUntil ? t.day(agreement.validUntil) : t('agreements.untilWithdrawn'),
    },
  ]
}
