import { Button, Cluster } from '../../ui/index.ts'
import { languageNames, useWords, type VisitorLanguage, visitorLanguages } from '../texts.ts'

/** The app in another language of the visitor. */
export function LanguageLinks({ onLanguage }: { readonly onLanguage: (language: VisitorLanguage) => void }) {
  const t = useWords()
  return (
    <Cluster>
      {visitorLanguages
        .filter((language) => language !== t.language)
        .map((language) => (
          <Button key={language} type="button" look="quiet" onPress={() => onLanguage(language)}>
            {languageNames[language]}
          </Button>
        ))}
    </Cluster>
  )
}
