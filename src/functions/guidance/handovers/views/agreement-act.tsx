import type { Texts } from '../../../../platform/messages/index.ts'
import { isValidOn, type SharingAgreement } from '../../../../registers/agreements/index.ts'
import {
  Button,
  CheckboxGroup,
  EmptyState,
  Form,
  Link,
  LinkButton,
  List,
  Notice,
  RadioGroup,
  Section,
  Stack,
} from '../../../../ui/index.ts'
import { fiveChecks, isForReceiver } from '../five-checks.ts'
import { handoverPath } from '../handover-path.ts'
import type { HandoverPageProps } from './handover-page-props.ts'

/**
 * The five checks of P7, and the agreement on which the sharing rests. What the person agreed to already, on the card or later,
 * is shown with its day; only what is for this receiver can be chosen, and no check is ticked beforehand.
 */
export function AgreementAct(props: HandoverPageProps) {
  const { t, handover, agreements, receiver, form } = props
  const path = handoverPath(handover.caseId, handover.id)
  const valid = agreements.filter((agreement) => isValidOn(agreement, t.today))
  const fitting = valid.filter((agreement) => isForReceiver(agreement, receiver))
  const newAgreement = `/people/${handover.personId}/agreements/new?purpose=handover&next=${encodeURIComponent(path)}`
  if (fitting.length === 0)
    return (
      <Stack>
        <EmptyState
          icon="hand-heart"
          title={t(valid.length === 0 ? 'guidance.agreement.none' : 'guidance.agreement.notForThis')}
          text={t('guidance.agreement.noneHint')}
          action={<LinkButton href={newAgreement}>{t('guidance.agreement.record')}</LinkButton>}
        />
        <ForOthers t={t} agreements={valid} />
      </Stack>
    )
  return (
    <Section title={t('guidance.agreement.title')}>
      <Form action={`${path}/agreement`} hidden={{ version: String(handover.version) }}>
        <RadioGroup
          {...form.field('agreementId')}
          label={t('guidance.agreement.which')}
          required
          choices={fitting.map((agreement) => ({
            value: agreement.id,
            label: agreement.mayTell,
            hint: agreedWords(t, agreement),
          }))}
        />
        <CheckboxGroup
          {...form.list('checks')}
          label={t('guidance.checks.title')}
          hint={t('guidance.checks.hint')}
          choices={fiveChecks.map((check) => ({ value: check, label: t(`guidance.checks.${check}`) }))}
        />
        <Link href={newAgreement}>{t('guidance.agreement.record')}</Link>
        <Button>{t('guidance.agreement.share')}</Button>
      </Form>
      <ForOthers t={t} agreements={valid.filter((agreement) => !fitting.includes(agreement))} />
    </Section>
  )
}

/** What was agreed for others than this receiver: to see what is still to be asked. */
function ForOthers({ t, agreements }: { readonly t: Texts; readonly agreements: readonly SharingAgreement[] }) {
  if (agreements.length === 0) return null
  return (
    <Notice title={t('guidance.agreement.forOthers')}>
      <List items={agreements.map((agreement) => `${agreement.mayTell} (${agreedWords(t, agreement)})`)} />
    </Notice>
  )
}

/** To whom and when it was agreed, and whether on the card. */
function agreedWords(t: Texts, { toOrganisation, toWhom, givenOn, fromCardId }: SharingAgreement): string {
  return t(fromCardId ? 'guidance.agreement.onCard' : 'guidance.agreement.to', {
    whom: toOrganisation ?? toWhom.map((one) => t(`agreements.audience.${one}`)).join(', '),
    day: t.day(givenOn),
  })
}
