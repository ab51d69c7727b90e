import { useState } from 'preact/hooks'
import { CheckOnDevice, type CheckPlace, type CheckStep } from '../../functions/guidance/contract.ts'
import { EmptyState, Heading, Hint, LanguageSwitch, LinkButton, Notice, Stack } from '../../ui/index.ts'
import { goTo } from '../fragment.ts'
import type { BegunCheck } from '../notebook/page.ts'
import { draftOf } from '../screens/kept-draft.ts'
import { addressText, doorWithRound, todayHere, type Working } from '../screens/working.ts'
import { languageNames, type PersonLanguage, personLanguages, useWords, useWordsIn } from '../texts.ts'
import { withCardLine } from './card-line.ts'
import { Ending } from './ending.tsx'
import { Offer } from './offer.tsx'
import { type CheckIn, useCheckIn } from './use-check-in.ts'

export type RightsScreenProps = { readonly work: Working; readonly doorId: string; readonly language: string }

type Stage =
  | { readonly kind: 'offered' | 'gone' }
  /** `told` is what was kept of a check that was left half-way. */
  | { readonly kind: 'checking'; readonly told: BegunCheck['told'] | undefined }

/**
 * The check of rights at the door, together with the person and only when they want it: the interview of the public pages, worked out
 * on this phone. It sends nothing; of what is told nothing is kept but what lets a locked phone go on.
 */
export function RightsScreen({ work, doorId, language }: RightsScreenProps) {
  const t = useWords()
  const [stage, setStage] = useState<Stage>({ kind: 'offered' })
  const spoken = personLanguages.find((each) => each === language) ?? 'nl'
  const person = useWordsIn(spoken)
  const checkIn = useCheckIn(spoken)
  const found = doorWithRound(work.page, doorId)
  if (!found) return <EmptyState icon="house" title={t('homeVisit.door.gone')} text={t('homeVisit.door.goneText')} />
  const begun = work.page.checks.find(({ roundAddressId }) => roundAddressId === doorId)
  const forget = async () => {
    if (await work.dropCheck(doorId)) setStage({ kind: 'gone' })
  }
  return (
    <Stack>
      {stage.kind === 'offered' ? <Hint>{t('homeVisit.rights.for', { address: addressText(found.door) })}</Hint> : null}
      {stage.kind === 'gone' ? null : (
        <LanguageSwitch label={t('homeVisit.card.language')} items={languageItems(doorId, spoken)} />
      )}
      <div lang={person.language} dir={person.direction}>
        {stage.kind === 'offered' ? (
          <Offer
            t={person}
            doorId={doorId}
            isBegun={begun !== undefined}
            onBegin={() => setStage({ kind: 'checking', told: begun?.told })}
            onForget={() => void forget()}
          />
        ) : null}
        {stage.kind === 'checking' ? (
          <Checking {...{ work, doorId, checkIn, told: stage.told, t: person, onForget: () => void forget() }} />
        ) : null}
        {stage.kind === 'gone' ? <Gone t={person} doorId={doorId} /> : null}
      </div>
    </Stack>
  )
}

type CheckingProps = {
  readonly work: Working
  readonly doorId: string
  readonly checkIn: CheckIn
  readonly told: BegunCheck['told'] | undefined
  readonly t: ReturnType<typeof useWords>
  readonly onForget: () => void
}

function Checking({ work, doorId, checkIn, told, t, onForget }: CheckingProps) {
  const visitor = useWords()
  if (checkIn.kind === 'coming') return <Hint>{t('resident.homeVisit.rights.coming')}</Hint>
  if (checkIn.kind === 'missing')
    return (
      <EmptyState
        icon="languages"
        title={t('resident.homeVisit.rights.missing')}
        text={t('resident.homeVisit.rights.missingNext')}
      />
    )
  const keep = (step: CheckStep) => {
    document.getElementById('main')?.scrollTo(0, 0)
    // The first page says nothing yet.
    if (step.kind === 'people') void work.dropCheck(doorId)
    else void work.keepCheck({ roundAddressId: doorId, told: step.told })
  }
  const toCard = async (sentence: string) => {
    const values = withCardLine(draftOf(work, doorId), sentence)
    if (!(await work.keepDraft({ roundAddressId: doorId, values }))) return
    if (await work.dropCheck(doorId)) goTo(`#/door/${doorId}/card?language=${t.language}`)
  }
  return (
    <CheckOnDevice
      t={checkIn.t}
      rules={checkIn.rules}
      place={placeOf(work)}
      action="#"
      contacts={work.page.rightsPlace?.contacts ?? {}}
      told={told}
      onStep={keep}
      ending={({ outcomes }, model) => (
        <Ending
          t={t}
          slug={work.page.self?.municipality.slug}
          model={model}
          outcomes={outcomes}
          visitorReads={visitor.language}
          onCard={(sentence) => void toCard(sentence)}
          onForget={onForget}
        />
      )}
    />
  )
}

function Gone({ t, doorId }: Pick<CheckingProps, 't' | 'doorId'>) {
  return (
    <Stack>
      <Heading level={1}>{t('resident.homeVisit.rights.gone')}</Heading>
      <Notice kind="success" announce>
        {t('resident.homeVisit.rights.goneText')}
      </Notice>
      <LinkButton href={`#/door/${doorId}`} look="primary" wide>
        {t('resident.homeVisit.rights.back')}
      </LinkButton>
    </Stack>
  )
}

/** The day of the visit, and what the round really gives: of the person nothing is filled in beforehand. */
function placeOf(work: Working): CheckPlace {
  const { rightsPlace, self } = work.page
  return {
    date: todayHere(work),
    region: rightsPlace?.region ?? self?.municipality.jurisdiction ?? 'flanders',
    parameters: rightsPlace?.parameters ?? {},
  }
}

function languageItems(doorId: string, spoken: PersonLanguage) {
  return personLanguages.map((lang) => ({
    lang,
    name: languageNames[lang],
    href: `#/door/${doorId}/rights?language=${lang}`,
    current: lang === spoken,
  }))
}
