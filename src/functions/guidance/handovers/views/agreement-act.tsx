import { isValidOn } from '../../../../registers/agreements/index.ts'
import { Button, CheckboxGroup, EmptyState, Form, Link, LinkButton, RadioGroup, Section } from '../../../../ui/index.ts'
import { fiveChecks } from '../five-checks.ts'
import { handoverPath } from '../handover-path.ts'
import type { HandoverPageProps } from './handover-page-props.ts'

/** The five checks of P7, and the agreement on which the sharing rests. */
export function AgreementAct({ t, handover, agreements, form }: HandoverPageProps) {
  const path = handoverPath(handover.caseId, handover.id)
  const valid = agreements.filter((agreement) => isValidOn(agreement, t.today))
  const newAgreement = `/people/${handover.personId}/agreements/new?purpose=handover&next=${encodeURIComponent(path)}`
  if (valid.length === 0)
    return (
      <EmptyState
        icon="hand-heart"
        title={t('guidance.agreement.none')}
        text={t('guidance.agreement.noneHint')}
        action={<LinkButton href={newAgreement}>{t('guidance.agreement.record')}</LinkButton>}
      />
    )
  return (
    <Section title={t('guidance.agreement.title')}>
      <Form action={`${path}/agreement`} hidden={{ version: String(handover.version) }}>
        <CheckboxGroup
          {...form.list('checks')}
          label={t('guidance.checks.title')}
          hint={t('guidance.checks.hint')}
          choices={fiveChecks.map((check) => ({ value: check, label: t(`guidance.checks.${check}`) }))}
        />
        <RadioGroup
          {...form.field('agreementId')}
          label={t('guidance.agreement.which')}
          required
          choices={valid.map((agreement) => ({
            value: agreement.id,
            label: agreement.mayTell,
            hint: t('guidance.agreement.to', {
              whom:
                agreement.toOrganisation ?? agreement.toWhom.map((one) => t(`agreements.audience.${one}`)).join(', '),
              day: t.day(agreement.givenOn),
            }),
          }))}
        />
        <Link href={newAgreement}>{t('guidance.agreement.record')}</Link>
        <Button>{t('guidance.agreement.share')}</Button>
      </Form>
    </Section>
  )
}
