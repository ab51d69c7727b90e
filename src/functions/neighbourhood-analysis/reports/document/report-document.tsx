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
import { Paragraphs } from '../views/paragraphs.tsx'
import { Checked, Places, Priorities } from './decided-parts.tsx'
import { InOwnLanguage } from './own-language.tsx'
import { type ReportToRead, textFor } from './published-report.ts'

export type DocumentProps = {
  readonly t: Texts
  readonly toRead: ReportToRead
  readonly municipality: PublicMunicipality
  /** Where the document stands, public or in the workplace; its figures and files are under it. */
  readonly path: string
  /** Everything, also what stands in another language than the reader's; otherwise that is a page further. */
  readonly isWhole?: boolean | undefined
  /** Where a resident adds a voice; nothing in the workplace. */
  readonly cardHref?: string | undefined
}

/**
 * The analysis as residents read it: in short, strengths first, needs, what is done about it, and who is missing. Who reads another language
 * than it was written in first reads what was translated; the rest is a page further.
 */
export function ReportDocument(props: DocumentProps) {
  const { t, toRead, path, isWhole } = props
  const { report } = toRead
  const isOther = report.language !== t.language
  const language = languageName(t, report.language)
  return (
    <Stack gap="large">
      <Opening {...props} />
      <TextSection {...props} part="summary" />
      {isOther ? (
        <Notice>
          {t('resident.analysis.notTranslated', { language })}
          {isWhole ? null : (
            <>
              {' '}
              <Link href={`${path}/whole`}>{t('resident.analysis.whole')}</Link>
            </>
          )}
        </Notice>
      ) : null}
      {isOther && !isWhole ? null : <Story {...props} />}
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

/** What was found, decided and checked, in the language it was written in. */
function Story(props: DocumentProps) {
  const { t, toRead } = props
  const { report, contents } = toRead
  return (
    <>
      <Findings t={t} report={report} kind="strength" findings={contents.findings} />
      <Places t={t} toRead={toRead} />
      <Findings t={t} report={report} kind="need" findings={contents.findings} />
      <Findings t={t} report={report} kind="gap" findings={contents.findings} />
      <Priorities t={t} toRead={toRead} />
      <Checked t={t} toRead={toRead} />
      <TextSection {...props} part="introduction" />
      <TextSection {...props} part="conclusion" />
    </>
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
  const { report, contents, newer } = toRead
  const title = textFor(toRead, 'title', t.language)
  const names = contents.areas.map(({ name }) => name)
  const areas = report.areaIds.length === 0 ? municipality.name : t.list(names)
  return (
    <Stack>
      <InOwnLanguage reader={t.language} language={title?.language ?? report.language}>
        <Heading level={1}>{title?.text ?? report.title}</Heading>
      </InOwnLanguage>
      <Lead>{t('resident.analysis.about', { areas, year: String(report.aboutYear) })}</Lead>
      {report.publishedOn ? (
        <Hint>{t('resident.analysis.publishedOn', { day: t.day(report.publishedOn) })}</Hint>
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
  const text = textFor(toRead, part, t.language)
  if (!text) return null
  return (
    <Section title={t(`resident.analysis.${part}`)}>
      <InOwnLanguage reader={t.language} language={text.language}>
        <Prose>
          <Paragraphs text={text.text} />
        </Prose>
      </InOwnLanguage>
    </Section>
  )
}

const titles = { strength: 'strengths', need: 'needs', gap: 'gaps' } as const

type FindingsProps = Pick<DocumentProps, 't'> & {
  readonly report: ReportToRead['report']
  readonly kind: ReportFinding['kind']
  readonly findings: readonly ReportFinding[]
}

function Findings({ t, report, kind, findings }: FindingsProps) {
  const own = findings.filter((finding) => finding.kind === kind)
  if (own.length === 0) return null
  return (
    <Section title={t(`resident.analysis.${titles[kind]}`)}>
      <InOwnLanguage reader={t.language} language={report.language}>
        <List
          items={own.map(({ id, statement, residentsSaid }) => (
            <span key={id}>
              {statement}
              {residentsSaid ? <Hint>{t('resident.analysis.residentsSaid', { text: residentsSaid })}</Hint> : null}
            </span>
          ))}
        />
      </InOwnLanguage>
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
