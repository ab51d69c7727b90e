import { Button, Heading, Hint, PhoneLayout, Stack } from '../../../ui/index.ts'
import type { KeptNotebook } from '../../device/phone.ts'
import type { Face } from '../../device/phone-database.ts'
import { useWords, type VisitorLanguage } from '../../texts.ts'
import { LanguageLinks } from '../language-links.tsx'
import { WhomToCall } from '../whom-to-call.tsx'

type Props = {
  readonly notebooks: readonly KeptNotebook[]
  /** Absent when they are of several municipalities. */
  readonly face: Face | undefined
  readonly onChoose: (notebook: KeptNotebook) => void
  readonly onNew: () => void
  readonly onLanguage: (language: VisitorLanguage) => void
}

/** A phone that several share: whose notebook to open. Shows the names they chose for this, and nothing of what is in them. */
export function ChooseScreen({ notebooks, face, onChoose, onNew, onLanguage }: Props) {
  const t = useWords()
  return (
    <PhoneLayout name={face?.name ?? t('homeVisit.name')}>
      <Heading level={1}>{t('homeVisit.choose.title')}</Heading>
      <Stack gap="small">
        {notebooks.map((kept) => (
          <Button
            key={kept.own.number}
            type="button"
            look="secondary"
            icon="book-open"
            wide
            onPress={() => onChoose(kept)}
          >
            {kept.own.name ?? t('homeVisit.choose.unnamed')}
          </Button>
        ))}
      </Stack>
      <Stack gap="tiny">
        <Button type="button" look="quiet" icon="plus" onPress={onNew}>
          {t('homeVisit.choose.new')}
        </Button>
        <Hint>{t('homeVisit.choose.newHint')}</Hint>
      </Stack>
      <WhomToCall face={face} />
      <LanguageLinks onLanguage={onLanguage} />
    </PhoneLayout>
  )
}
