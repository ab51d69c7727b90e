import {
  Button,
  ButtonRow,
  ConfirmPanel,
  DateField,
  Disclosure,
  Form,
  RadioGroup,
  Section,
} from '../../../../ui/index.ts'
import { lineLength } from '../../text-about-person.ts'
import { ShortText } from '../../views/short-text.tsx'
import { handoverOutcomes, introductions } from '../handover.ts'
import { handoverPath } from '../handover-path.ts'
import type { HandoverPageProps } from './handover-page-props.ts'

/** The introduction, with the person there or by phone: what makes a handover warm. */
export function IntroductionAct({ t, handover, form }: HandoverPageProps) {
  return (
    <Section title={t('guidance.introduce.title')}>
      <Form action={`${pathOf(handover)}/introduction`} hidden={{ version: String(handover.version) }}>
        <RadioGroup
          {...form.field('how')}
          label={t('guidance.introduce.how')}
          required
          choices={introductions.map((how) => ({ value: how, label: t(`guidance.introduce.${how}`) }))}
        />
        <DateField
          {...form.field('on')}
          value={form.field('on').value || t.today}
          max={t.today}
          label={t('guidance.introduce.on')}
        />
        <Button>{t('guidance.introduce.save')}</Button>
      </Form>
    </Section>
  )
}

/** Did the person really start? */
export function ArrivalActs({ t, handover, form }: HandoverPageProps) {
  const hidden = { version: String(handover.version) }
  return (
    <Section title={t('guidance.arrival.title')}>
      <p>{t('guidance.arrival.lead')}</p>
      <Form action={`${pathOf(handover)}/arrival`} hidden={hidden}>
        <DateField
          {...form.field('on')}
          value={form.field('on').value || t.today}
          max={t.today}
          label={t('guidance.arrival.on')}
        />
        <Button>{t('guidance.arrival.arrived')}</Button>
      </Form>
      <Form action={`${pathOf(handover)}/no-show`} hidden={hidden}>
        <ButtonRow>
          <Button look="secondary">{t('guidance.arrival.noShow')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** What it came to, after six weeks and again after six months. */
export function OutcomeAct({ t, handover, form }: HandoverPageProps) {
  return (
    <Section title={t('guidance.result.title')}>
      <Form action={`${pathOf(handover)}/outcome`} hidden={{ version: String(handover.version) }}>
        <RadioGroup
          {...form.field('outcome')}
          value={form.field('outcome').value || handover.outcome?.outcome}
          label={t('guidance.result.question')}
          required
          choices={handoverOutcomes.map((outcome) => ({ value: outcome, label: t(`guidance.outcome.${outcome}`) }))}
        />
        <ShortText
          t={t}
          {...form.field('words')}
          label={t('guidance.result.words')}
          maxLength={lineLength}
          rows={2}
          isOptional
        />
        <Button>{t('guidance.result.save')}</Button>
      </Form>
    </Section>
  )
}

/** Stopping a handover, named before it happens. */
export function WithdrawalAct({ t, handover }: HandoverPageProps) {
  return (
    <Disclosure summary={t('guidance.withdraw.open')}>
      <ConfirmPanel
        level={3}
        title={t('guidance.withdraw.title')}
        consequences={[t('guidance.withdraw.sight'), t('guidance.withdraw.link'), t('guidance.withdraw.stays')]}
        action={`${pathOf(handover)}/withdrawal`}
        hidden={{ version: String(handover.version) }}
        confirmText={t('guidance.withdraw.confirm')}
        cancel={{ href: pathOf(handover), text: t('guidance.withdraw.cancel') }}
        danger
      />
    </Disclosure>
  )
}

const pathOf = ({ caseId, id }: HandoverPageProps['handover']) => handoverPath(caseId, id)
