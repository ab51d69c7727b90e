import type { Texts } from '../../../../platform/messages/index.ts'
import { licenceWords } from '../../../../platform/published-files/licence-words.ts'
import { Hint, List, Section } from '../../../../ui/index.ts'
import { fileWords } from '../../own-counts/own-file.ts'
import type { FigureSource } from '../figures-in-view-store.ts'

type Props = { readonly t: Texts; readonly sources: readonly FigureSource[]; readonly hasApproximate: boolean }

/** Where the figures above come from: publisher, licence, file with its fingerprint, day. */
export function SourcesSection({ t, sources, hasApproximate }: Props) {
  return (
    <Section title={t('analysis.provenance')}>
      <List items={sources.map((source) => sourceLine(t, source))} />
      {hasApproximate ? <Hint>{t('analysis.indicators.approximate')}</Hint> : null}
      <Hint>{t('analysis.table.note')}</Hint>
    </Section>
  )
}

/** `Bron: Statbel (CC BY 4.0), opgehaald op 3 mei 2026`: stands under every picture. */
export function sourcesUnder(t: Texts, sources: readonly FigureSource[]): string {
  const words = sources.map(({ source, licence, retrievedOn }) =>
    t('analysis.indicators.source.short', { source, licence: licenceWords(t, licence), day: t.day(retrievedOn) }),
  )
  return t('analysis.indicators.source.under', { sources: [...new Set(words)].join('; ') })
}

/** `Statbel (CC BY 4.0). Bestand inkomen.txt, opgehaald op 3 mei 2026, vingerafdruk 1a2b3c…` */
const sourceLine = (t: Texts, { source, licence, fileName, retrievedOn, sha256 }: FigureSource): string =>
  t('analysis.indicators.source', {
    source,
    fileName: fileWords(t, fileName),
    licence: licenceWords(t, licence),
    day: t.day(retrievedOn),
    hash: sha256.slice(0, 12),
  })
