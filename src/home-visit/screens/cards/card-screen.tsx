import { useRef, useState } from 'preact/hooks'
import { uuidv7 } from 'uuidv7'
import type { CardInput, VisitAct } from '../../../functions/detection/contract.ts'
import { Button, EmptyState, Heading, Hint, LanguageSwitch, Stack } from '../../../ui/index.ts'
import { goTo } from '../../fragment.ts'
import { checkPlace, draftPlace, visitPlace } from '../../notebook/changes.ts'
import type { NotedVisit } from '../../notebook/page.ts'
import { languageNames, type PersonLanguage, personLanguages, useWords, useWordsIn } from '../../texts.ts'
import { DraftForm, type Values } from '../draft-form.tsx'
import { draftOf, useKeptDraft } from '../kept-draft.ts'
import { useOnePress } from '../one-press.ts'
import { addressText, doorWithRound, momentText, todayHere, type Working } from '../working.ts'
import { AgreementFields, type FieldProblems, WishFields } from './card-fields.tsx'
import { CardToRead } from './card-to-read.tsx'
import { problemsOfStep, readCard } from './card-values.ts'

type Props = { readonly work: Working; readonly doorId: string; readonly language: string }
type Step = 'wish' | 'agreement' | 'read'

/**
 * A card filled in together: what the person wants, what may be told to whom, and then the person reads it all in the own
 * language. What is typed is kept on the phone at once; only the last step hands it in.
 */
export function CardScreen({ work, doorId, language }: Props) {
  const t = useWords()
  const found = doorWithRound(work.page, doorId)
  const spoken = personLanguages.find((each) => each === language) ?? 'nl'
  const person = useWordsIn(spoken)
  if (!found) return <EmptyState icon="house" title={t('homeVisit.door.gone')} text={t('homeVisit.door.goneText')} />
  return (
    <Stack>
      <Hint>{t('homeVisit.card.for', { address: addressText(found.door) })}</Hint>
      <LanguageSwitch label={t('homeVisit.card.language')} items={languageItems(doorId, spoken)} />
      <div lang={person.language} dir={person.direction}>
        <Filling work={work} doorId={doorId} addressId={found.door.addressId} t={person} />
      </div>
    </Stack>
  )
}

type FillingProps = {
  readonly work: Working
  readonly doorId: string
  readonly addressId: string
  readonly t: ReturnType<typeof useWords>
}

function Filling({ work, doorId, addressId, t }: FillingProps) {
  const [values, setValues] = useState<Values>(() => draftOf(work, doorId))
  const [step, setStep] = useState<Step>('wish')
  const [problems, setProblems] = useState<FieldProblems>([])
  const cardId = useRef(uuidv7()).current
  const handingIn = useKeptDraft(work, doorId, values)
  const read = (sent: Values) =>
    readCard(sent, {
      id: cardId,
      addressId,
      visitorName: work.page.self?.visitor.name ?? '',
      language: t.language,
      today: todayHere(work),
    })
  const goOn = (sent: Values) => {
    const all = { ...values, ...sent }
    setValues(all)
    const result = read(all)
    const here = result.kind === 'problems' && step !== 'read' ? problemsOfStep(result.problems, step) : []
    setProblems(here)
    document.getElementById('main')?.scrollTo(0, 0)
    if (here.length === 0) setStep(step === 'wish' ? 'agreement' : 'read')
  }
  const press = useOnePress()
  const handIn = async () => {
    const result = read(values)
    if (result.kind !== 'card') {
      setStep('wish')
      return false
    }
    if (!(await handingIn(() => keepCard(work, doorId, result.card)))) return false
    goTo(`#/door/${doorId}`)
    return true
  }
  if (step === 'read') {
    const result = read(values)
    return result.kind === 'card' ? (
      <CardToRead t={t} card={result.card} onChange={() => setStep('wish')} onHandIn={() => void press(handIn)} />
    ) : null
  }
  return (
    <Stack>
      <Heading level={1}>{t(`resident.homeVisit.card.${step}.title`)}</Heading>
      <DraftForm
        key={step}
        onChange={(changed) => setValues({ ...withoutStep(values, step), ...changed })}
        onSend={goOn}
      >
        {step === 'wish' ? (
          <WishFields t={t} values={values} problems={problems} />
        ) : (
          <AgreementFields t={t} values={values} problems={problems} />
        )}
        <Button wide>{t('resident.homeVisit.card.next')}</Button>
      </DraftForm>
    </Stack>
  )
}

/** Keeps the visit and its card in the outbox, in place of what was begun at this door; false when the phone has no room. */
function keepCard(work: Working, doorId: string, card: CardInput): Promise<boolean> {
  const visitId = uuidv7()
  const at = momentText(work)
  const acts: VisitAct[] = [
    { id: uuidv7(), kind: 'recordVisit', at, visitId, body: { roundAddressId: doorId, outcome: 'cardFilled' } },
    { id: uuidv7(), kind: 'fillCard', at, visitId, body: { card } },
  ]
  return work.write(acts, [
    { place: visitPlace(visitId), value: noteOf(visitId, doorId) },
    { place: draftPlace(doorId) },
    { place: checkPlace(doorId) },
  ])
}

/** Unticked boxes are absent from a form: what a step can hold is taken from the form alone. */
function withoutStep(values: Values, step: Step): Values {
  const boxes = step === 'wish' ? ['needsInterpreter'] : ['toWhom', 'given']
  return Object.fromEntries(Object.entries(values).filter(([name]) => !boxes.includes(name)))
}

function languageItems(doorId: string, spoken: PersonLanguage) {
  return personLanguages.map((lang) => ({
    lang,
    name: languageNames[lang],
    href: `#/door/${doorId}/card?language=${lang}`,
    current: lang === spoken,
  }))
}

const noteOf = (id: string, roundAddressId: string): NotedVisit => ({
  id,
  roundAddressId,
  outcome: 'cardFilled',
  sentence: null,
  wantsReturnOn: null,
  version: null,
  hasCard: true,
})
