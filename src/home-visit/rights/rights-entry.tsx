import { Hint, LinkButton, Section } from '../../ui/index.ts'
import { useWords } from '../texts.ts'

/** Offered below the rest, never pushed: whether to look is asked of the person on the next screen. */
export function RightsEntry({ doorId }: { readonly doorId: string }) {
  const t = useWords()
  return (
    <Section title={t('homeVisit.rights.title')}>
      <Hint>{t('homeVisit.rights.hint')}</Hint>
      <LinkButton href={`#/door/${doorId}/rights`} look="secondary" icon="clipboard-list" wide>
        {t('homeVisit.rights.look')}
      </LinkButton>
    </Section>
  )
}
