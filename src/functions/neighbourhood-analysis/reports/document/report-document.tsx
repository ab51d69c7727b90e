import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import { languageName, type Texts } from '../../../../platform/messages/index.ts'
import { groupContent, labelOf } from '../../../../registers/frameworks/index.ts'
import {
  Cluster,
  ContactLines,
  Heading,
  Hint,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  Panel,
  Prose,
  Section,
  Stack,
} from '../../../../ui/index.ts'
import type { ReportFinding } from '../contents/contents.ts'
import type { TextPart } from '../report.ts'
import { passageKey } from '../translations/passages.ts'
import { Paragraphs } from '../views/paragraphs.tsx'
import { Checked, Places, Priorities } from './decided-parts.tsx'
import { InOwnLanguage } from './own-language.tsx'
import { isUntranslated, type ReportToRead, textFor, titleOf } from './published-report.ts'
import { NotYetTranslated, Told } from './told.tsx'

export type DocumentProps = {
  readonly t: Texts
  readonly toRead: ReportToRead
  readonly municipality: PublicMunicipality
  /** Where the document stands, public or in the workplace; its figures and files are under it. */
  readonly path: string
  /** Where a resident adds a voice; nothing in the workplace. */
  readonly cardHref?: string | undefined
}

/**
 * The analysis as residents read it: in short, strengths first, needs, what is done about it, and who is missing. Who reads another language
 * than it was written in reads what people translated; the rest stands there as it was written, and says so.
 */
export function ReportDocument(props: DocumentProps) {
  const { t, toRead, path } = props
  const language = languageName(t, toRead.report.language)
  return (
    <Stack gap="large">
      <Opening {...props} />
      {isUntranslated(toRead, t.language) ? (
        <Notice>{t('resident.analysis.notTranslated', { language })}</Notice>
      ) : null}
      <TextSection {...props} part="summary" />
      <Findings {...props} kind="strength" />
      <Places t={t} toRead={toRead} />
      <Findings {...props} kind="need" />
      <Findings {...props} kind="gap" />
      <Priorities t={t} toRead={toRead} />
      <Checked t={t} toRead={toRead} />
      <TextSection {...props} part="introduction" />
      <TextSection {...props} part="conclusion" />
      <NotHeard t={t} toRead={toRead} />
      <AddVoice {...props} />
      <Section title={t('resident.analysis.figures')}>
        <Cluster>
          <LinkButton href={`${path}/figures`} look="secondary">
            {t('resident.analysis.figures')}
          </LinkButton>
          <LinkButton href={`${path}/${fileNames.pdf}`} look="secondary">
            {t('resident.analysis.files.pdf')}
          </LinkButton>
        </Cluster>
      </Section>
    </Stack>
  )
}

/** What the files of an analysis are called under its address. */
export const fileNames = {
  pdf: 'analysis.pdf',
  csv: 'analysis.csv',
  xlsx: 'analysis.xlsx',
  jsonld: 'analysis.jsonld',
} as const

function Opening({ t, toRead, municipality }: DocumentProps) {
  const { report, contents, newer, translated } = toRead
  const title = titleOf(toRead)
  const names = contents.areas.map(({ name }) => name)
  const areas = report.areaIds.length === 0 ? municipality.name : t.list(names)
  return (
    <Stack>
      <InOwnLanguage reader={t.language} language={title.language}>
        <Heading level={1}>{title.text}</Heading>
      </InOwnLanguage>
      <Lead>{t('resident.analysis.about', { areas, year: String(report.aboutYear) })}</Lead>
      {report.publishedOn ? (
        <Hint>{t('resident.analysis.publishedOn', { day: t.day(report.publishedOn) })}</Hint>
      ) : null}
      {translated?.addedOn ? (
        <Hint>{t('resident.analysis.translatedOn', { day: t.day(translated.addedOn) })}</Hint>
      ) : null}
      {newer ? (
        <Notice kind="attention">
          {t('resident.analysis.superseded')} <Link href={newer.id}>{t('resident.analysis.superseded.link')}</Link>
        </Notice>
      ) : null}
    </Stack>
  )
}

function TextSection({ t, toRead, part }: DocumentProps & { readonly part: Exclude<TextPart, 'title'> }) {
  const text = textFor(toRead, part)
  if (!text) return null
  return (
    <Section title={t(`resident.analysis.${part}`)}>
      <NotYetTranslated t={t} toRead={toRead} pieces={[part]} />
      <InOwnLanguage reader={t.language} language={text.language}>
        <Prose>
          <Paragraphs text={text.text} />
        </Prose>
      </InOwnLanguage>
    </Section>
  )
}

const titles = { strength: 'strengths', need: 'needs', gap: 'gaps' } as const

function Findings({ t, toRead, kind }: DocumentProps & { readonly kind: ReportFinding['kind'] }) {
  const own = toRead.contents.findings.filter((finding) => finding.kind === kind)
  if (own.length === 0) return null
  const pieces = own.flatMap(({ id, residentsSaid }) => [
    passageKey('finding', id, 'statement'),
    ...(residentsSaid ? [passageKey('finding', id, 'residentsSaid')] : []),
  ])
  return (
    <Section title={t(`resident.analysis.${titles[kind]}`)}>
      <NotYetTranslated t={t} toRead={toRead} pieces={pieces} />
      <List
        items={own.map(({ id, statement, residentsSaid }) => (
          <span key={id}>
            <Told t={t} toRead={toRead} piece={passageKey('finding', id, 'statement')} source={statement} />
            {residentsSaid ? (
              <Hint>
                {t('resident.analysis.residentsSaid')}{' '}
                <Told t={t} toRead={toRead} piece={passageKey('finding', id, 'residentsSaid')} source={residentsSaid} />
              </Hint>
            ) : null}
          </span>
        ))}
      />
    </Section>
  )
}

function NotHeard({ t, toRead }: Pick<DocumentProps, 't' | 'toRead'>) {
  const missing = toRead.contents.heard.filter(({ standing }) => standing === 'notHeard' || standing === 'farTooFew')
  if (missing.length === 0) return null
  return (
    <Section title={t('resident.analysis.notHeard')}>
      <p>{t('resident.analysis.notHeard.text')}</p>
      <List items={missing.map(({ group }) => labelOf(groupContent, group, t.language))} />
    </Section>
  )
}

function AddVoice({ t, municipality, cardHref }: DocumentProps) {
  const { contact } = municipality
  const lines = [
    { kind: 'person' as const, label: t('resident.contact.who'), text: contact.name },
    { kind: 'phone' as const, label: t('resident.contact.phone'), text: contact.phone },
    { kind: 'address' as const, label: t('resident.contact.address'), text: contact.address },
  ]
  return (
    <Panel>
      <Section title={t('resident.analysis.voice')}>
        <p>{t('resident.analysis.voice.text')}</p>
        <ContactLines lines={lines.filter(({ text }) => text !== '')} />
        {cardHref ? (
          <p>
            <Link href={cardHref}>{t('resident.analysis.voice.card')}</Link>
          </p>
        ) : null}
      </Section>
    </Panel>
  )
}
