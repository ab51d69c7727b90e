import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, ButtonRow, Form, LinkButton, Notice, RadioGroup, Section } from '../../../../ui/index.ts'
import { lineLength } from '../../text-about-person.ts'
import { ShortText } from '../../views/short-text.tsx'
import type { Case } from '../case-store.ts'
import { rightsCheckStates } from '../rights-check.ts'
import { casePath } from './case-frame.tsx'

/** Cold first: what became of going through possible rights with the person. */
export function RightsCheckForm({ t, care }: { readonly t: Texts; readonly care: Case }) {
  const { rightsCheck } = care
  const choices = rightsCheckStates.filter((state) => state !== 'notOffered' || rightsCheck.state === 'notOffered')
  return (
    <Section title={t('guidance.rights.title')} id="rights-check">
      {rightsCheck.state === 'notOffered' ? (
        <Notice kind="attention">
          <p>{t('guidance.rights.offerFirst')}</p>
        </Notice>
      ) : null}
      {care.state === 'closed' ? (
        <p>{t(`guidance.rights.${rightsCheck.state}`)}</p>
      ) : (
        <Form action={`${casePath(care.id)}/rights-check`} hidden={{ version: String(care.version) }}>
          <RadioGroup
            name="state"
            label={t('guidance.rights.question')}
            hint={t('guidance.rights.hint')}
            value={rightsCheck.state}
            choices={choices.map((state) => ({ value: state, label: t(`guidance.rights.${state}`) }))}
          />
          <ShortText
            t={t}
            name="reason"
            label={t('guidance.rights.reason')}
            hint={t('guidance.rights.reasonHint')}
            value={rightsCheck.reason ?? ''}
            maxLength={lineLength}
            rows={2}
            isOptional
          />
          <ButtonRow>
            <Button look="secondary">{t('guidance.rights.save')}</Button>
            <LinkButton href={casePath(care.id, 'rights')} look="quiet" icon="clipboard-list">
              {t('guidance.rights.toCheck')}
            </LinkButton>
          </ButtonRow>
        </Form>
      )}
    </Section>
  )
}
