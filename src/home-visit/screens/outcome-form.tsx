import { useState } from 'preact/hooks'
import { uuidv7 } from 'uuidv7'
import { sentenceLength, type VisitAct, type VisitOutcome, visitOutcomes } from '../../functions/detection/contract.ts'
import { Button, DateField, ErrorSummary, findNumberPattern, RadioGroup, Stack, TextArea } from '../../ui/index.ts'
import { goTo } from '../fragment.ts'
import { checkPlace, draftPlace, visitPlace } from '../notebook/changes.ts'
import type { DoorView, NotedVisit } from '../notebook/page.ts'
import { useWords } from '../texts.ts'
import { DraftForm, one, typed, type Values } from './draft-form.tsx'
import { draftOf, useKeptDraft } from './kept-draft.ts'
import { useOnePress } from './one-press.ts'
import { momentText, type Working } from './working.ts'

type Props = {
  readonly work: Working
  readonly door: DoorView
  /** The visit being corrected; absent for a new one. */
  readonly corrected: NotedVisit | undefined
}

/** What came of ringing: six outcomes in plain words, and a sentence the person may read. */
export function OutcomeForm({ work, door, corrected }: Props) {
  const t = useWords()
  const [values, setValues] = useState<Values>(() => ({
    ...draftOf(work, door.id),
    ...(corrected && fieldsOf(corrected)),
  }))
  const handingIn = useKeptDraft(work, door.id, values)
  const [errors, setErrors] = useState<readonly { field: string; text: string }[]>([])
  const outcome = outcomeOf(one(values, 'outcome'))
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text

  const change = (changed: Values) => setValues((before) => ({ ...before, ...changed }))
  const press = useOnePress()
  const send = async (sent: Values): Promise<boolean> => {
    change(sent)
    const chosen = outcomeOf(one(sent, 'outcome'))
    const found = [
      ...(chosen ? [] : [{ field: 'outcome', text: t('homeVisit.outcome.choose') }]),
      ...(findNumberPattern(one(sent, 'sentence')) ? [{ field: 'sentence', text: t('homeVisit.numberInText') }] : []),
    ]
    setErrors(found)
    if (!chosen || found.length > 0) return false
    // The card goes on in the same draft.
    const isKept = await handingIn(() =>
      chosen === 'cardFilled'
        ? work.keepDraft({ roundAddressId: door.id, values: { ...values, ...sent } })
        : work.write(...written(work, sent, chosen, door, corrected)),
    )
    // Danger does not wait for room on the phone: whom to call comes at once.
    if (!isKept && chosen !== 'alarm') return false
    goTo(placeAfter(chosen, door.id))
    return true
  }

  return (
    <DraftForm label={t('homeVisit.outcome.title')} onChange={change} onSend={(sent) => void press(() => send(sent))}>
      <ErrorSummary title={t('homeVisit.errors')} errors={errors} />
      <RadioGroup
        name="outcome"
        label={t('homeVisit.outcome.title')}
        value={outcome ?? null}
        error={errorOf('outcome')}
        choices={visitOutcomes
          .filter((each) => !corrected || (each !== 'cardFilled' && each !== 'alarm'))
          .map((each) => ({
            value: each,
            label: t(`homeVisit.outcome.${each}`),
            hint: t(`homeVisit.outcomeHint.${each}`),
          }))}
      />
      {mayHoldWords(outcome) ? <Words values={values} error={errorOf('sentence')} /> : null}
      <SendButton outcome={outcome} />
    </DraftForm>
  )
}

/** Where the visitor goes on from there. */
function placeAfter(outcome: VisitOutcome, doorId: string): string {
  if (outcome === 'cardFilled') return `#/door/${doorId}/card`
  return outcome === 'alarm' ? `#/help/${doorId}` : '#/'
}

/** Its words say what pressing it does. */
function SendButton({ outcome }: { readonly outcome: VisitOutcome | undefined }) {
  const t = useWords()
  if (outcome === 'alarm')
    return (
      <Button look="danger" icon="siren" wide>
        {t('homeVisit.outcome.raise')}
      </Button>
    )
  return (
    <Button icon={outcome === 'cardFilled' ? 'file-text' : 'check'} wide>
      {t(outcome === 'cardFilled' ? 'homeVisit.outcome.toCard' : 'homeVisit.outcome.save')}
    </Button>
  )
}

/** A sentence the person may read, and the day they asked somebody back. */
function Words({ values, error }: { readonly values: Values; readonly error: string | undefined }) {
  const t = useWords()
  return (
    <Stack>
      <TextArea
        name="sentence"
        label={t('homeVisit.sentence.label')}
        hint={t('homeVisit.sentence.hint')}
        optionalText={t('homeVisit.optional')}
        rows={3}
        maxLength={sentenceLength}
        value={typed(values, 'sentence')}
        error={error}
      />
      <DateField
        name="wantsReturnOn"
        label={t('homeVisit.return.label')}
        optionalText={t('homeVisit.optional')}
        value={typed(values, 'wantsReturnOn')}
      />
    </Stack>
  )
}

/** Only a conversation leaves words. */
const mayHoldWords = (outcome: VisitOutcome | undefined) => outcome === 'notNow' || outcome === 'pleasantTalk'

const outcomeOf = (text: string): VisitOutcome | undefined => visitOutcomes.find((outcome) => outcome === text)

/** The acts of what was filled in, and the note this phone keeps of it. */
function written(
  work: Working,
  values: Values,
  outcome: VisitOutcome,
  door: DoorView,
  corrected: NotedVisit | undefined,
) {
  const sentence = mayHoldWords(outcome) ? one(values, 'sentence') : ''
  const wantsReturnOn = mayHoldWords(outcome) ? one(values, 'wantsReturnOn') : ''
  const body = { outcome, ...(sentence ? { sentence } : {}), ...(wantsReturnOn ? { wantsReturnOn } : {}) }
  const visitId = corrected?.id ?? uuidv7()
  const at = momentText(work)
  const visit: VisitAct = corrected
    ? { id: uuidv7(), kind: 'correctVisit', at, visitId, ...basedOn(corrected), body }
    : { id: uuidv7(), kind: 'recordVisit', at, visitId, body: { roundAddressId: door.id, ...body } }
  const alarm: VisitAct = { id: uuidv7(), kind: 'raiseAlarm', at, visitId, body: {} }
  const note: NotedVisit = {
    id: visitId,
    roundAddressId: door.id,
    outcome,
    sentence: sentence || null,
    wantsReturnOn: wantsReturnOn || null,
    version: corrected?.version ?? null,
    hasCard: false,
  }
  const acts = outcome === 'alarm' ? [visit, alarm] : [visit]
  const gone = [{ place: draftPlace(door.id) }, { place: checkPlace(door.id) }]
  return [acts, [{ place: visitPlace(visitId), value: note }, ...gone]] as const
}

const fieldsOf = ({ outcome, sentence, wantsReturnOn }: NotedVisit): Values => ({
  outcome,
  sentence: sentence ?? '',
  wantsReturnOn: wantsReturnOn ?? '',
})

/** A note that was never sent has no version on the server yet. */
const basedOn = ({ version }: NotedVisit) => (version === null ? {} : { basedOn: version })
