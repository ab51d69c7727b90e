import type { Texts } from '../../../../../platform/messages/index.ts'
import { List, Section } from '../../../../../ui/index.ts'
import type { ToldWord } from '../told-word-store.ts'

type Props = {
  readonly t: Texts
  readonly title: string
  readonly told: readonly ToldWord[]
  /** Names of who told it; without them only the moment is shown. */
  readonly names?: ReadonlyMap<string, string>
}

/** What was told, newest first; nothing when nothing was. */
export function ToldWords({ t, title, told, names }: Props) {
  if (told.length === 0) return null
  return (
    <Section title={title}>
      <List
        items={told.map(({ words, toldAt, toldBy }) => {
          const name = names?.get(toldBy)
          const moment = t.moment(toldAt)
          return name
            ? t('detection.told.wordsBy', { words, name, moment })
            : t('resident.told.wordsOn', { words, moment })
        })}
      />
    </Section>
  )
}
