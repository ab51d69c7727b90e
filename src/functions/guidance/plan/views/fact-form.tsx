import { choicesOn } from '../../../../platform/content/dated-content.ts'
import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Button, Form, RadioGroup, Section, Select } from '../../../../ui/index.ts'
import type { CaseHead } from '../../cases/case-page.ts'
import { reachedResults } from '../../cases/closing.ts'
import { casePath } from '../../cases/views/case-frame.tsx'
import { noteLength } from '../../text-about-person.ts'
import { ShortText } from '../../views/short-text.tsx'
import { factKinds } from '../fact-store.ts'
import { lifeDomainContent } from '../life-domains.ts'

type Props = { readonly t: Texts; readonly head: CaseHead; readonly form: FilledForm }

/** Notes one fact: explored, done or reached. */
export function FactForm({ t, head, form }: Props) {
  return (
    <Section title={t('guidance.fact.new')}>
      <Form action={`${casePath(head.care.id)}/facts`} hidden={{ id: form.field('id').value }}>
        <Select
          {...form.field('domain')}
          label={t('guidance.domain')}
          emptyText={t('guidance.choose')}
          required
          choices={choicesOn(lifeDomainContent, t.today, t.language)}
        />
        <RadioGroup
          {...form.field('kind')}
          label={t('guidance.fact.kind')}
          inline
          required
          choices={factKinds.map((kind) => ({ value: kind, label: t(`guidance.fact.${kind}`) }))}
        />
        <ShortText t={t} {...form.field('text')} label={t('guidance.fact.text')} maxLength={noteLength} />
        <RadioGroup
          {...form.field('reached')}
          label={t('guidance.fact.reached')}
          hint={t('guidance.fact.reachedHint')}
          choices={reachedResults.map((reached) => ({ value: reached, label: t(`guidance.reached.${reached}`) }))}
        />
        <Button look="secondary">{t('guidance.fact.add')}</Button>
      </Form>
    </Section>
  )
}
