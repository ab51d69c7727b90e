import { useState } from 'preact/hooks'
import { type CheckStep, modelIn, said, shownResults } from '../../functions/guidance/contract.ts'
import { Button, ButtonRow, CheckboxGroup, ErrorSummary, Hint, Section, Stack } from '../../ui/index.ts'
import { DraftForm, many, type Values } from '../screens/draft-form.tsx'
import type { PersonLanguage, Words } from '../texts.ts'
import { listed } from './card-line.ts'

type Model = Awaited<ReturnType<typeof modelIn>>

type Props = {
  readonly t: Words
  readonly slug: string | undefined
  readonly model: Model
  readonly outcomes: Extract<CheckStep, { readonly kind: 'results' }>['outcomes']
  readonly visitorReads: PersonLanguage
  /** What the person wants on the card, in one sentence. */
  readonly onCard: (sentence: string) => void
  readonly onForget: () => void
}

/**
 * What becomes of it, as the person chooses: nothing at all, or help through the card with the rights that they tick. Only names of
 * rights can go along; no answer and no amount.
 */
export function Ending({ t, slug, model, outcomes, visitorReads, onCard, onForget }: Props) {
  const [isMissing, setMissing] = useState(false)
  const ids = [...new Set(shownResults(model, outcomes).worthAsking.map(({ id }) => id))]
  const error = isMissing ? t('resident.homeVisit.rights.choose') : undefined
  const send = async (sent: Values) => {
    const wanted = ids.filter((id) => many(sent, 'rights').includes(id))
    setMissing(wanted.length === 0)
    if (wanted.length === 0) return
    const others = t.language === visitorReads ? model : await modelIn(visitorReads).catch(() => model)
    const names = wanted.map((id) => nameForBoth(id, [model, t.language], [others, visitorReads]))
    onCard(t('resident.homeVisit.rights.onCard', { rights: listed(names) }))
  }
  return (
    <Section title={t('resident.homeVisit.rights.after')}>
      <Stack>
        <ButtonRow>
          <Button type="button" look="secondary" icon="trash-2" onPress={onForget}>
            {t('resident.homeVisit.rights.keepNothing')}
          </Button>
        </ButtonRow>
        {ids.length > 0 ? (
          <DraftForm label={t('resident.homeVisit.rights.which')} onSend={(sent) => void send(sent)}>
            <ErrorSummary
              title={t('resident.homeVisit.errors')}
              errors={error ? [{ field: 'rights', text: error }] : []}
            />
            <CheckboxGroup
              name="rights"
              label={t('resident.homeVisit.rights.which')}
              hint={t('resident.homeVisit.rights.whichHint')}
              error={error}
              choices={ids.map((id) => ({ value: id, label: said(model.rights[id]?.name, t.language) }))}
            />
            <ButtonRow>
              <Button look="secondary" icon="file-text">
                {t('resident.homeVisit.rights.toCard')}
              </Button>
            </ButtonRow>
          </DraftForm>
        ) : null}
        {slug ? (
          <Hint>{t('resident.homeVisit.rights.oneself', { address: `${location.host}/in/${slug}/rights-check` })}</Hint>
        ) : null}
      </Stack>
    </Section>
  )
}

/** The name of a right as the person reads it, and behind it as the visitor and who takes it up read it. */
function nameForBoth(id: string, ...readings: readonly (readonly [Model, PersonLanguage])[]): string {
  const [own = '', other = ''] = readings.map(([model, language]) => said(model.rights[id]?.name, language))
  return other === '' || other === own ? own : `${own} / ${other}`
}
