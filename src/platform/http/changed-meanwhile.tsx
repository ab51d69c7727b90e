import { Cluster, Heading, LinkButton, List, Notice, Section, Stack } from '../../ui/index.ts'
import type { AuditLine } from '../audit/append.ts'
import type { Texts } from '../messages/index.ts'
import { HttpError } from './errors.ts'
import type { FormValues } from './form.ts'

/** The last change of something: by whom (nobody: the same person, in another window), in words of the reader. */
export type LastChange = { readonly who: string | undefined; readonly what: string; readonly moment: string }

type Change = {
  /** As the log calls it. */
  readonly subject: AuditLine['subject']
  /** Where it stands as it is now. */
  readonly now: string
  readonly typed?: FormValues | undefined
}

/** A change that came second: of what, where to see it, and what was typed, so that nothing typed is lost. */
export class ChangedMeanwhile extends HttpError {
  readonly change: Change

  constructor(change: Change) {
    super(409, 'conflict', `${change.subject.type} changed meanwhile`)
    this.change = change
  }
}

/** Somebody else changed it between seeing and saving. The page says who and what, leads there, and gives back what was typed. */
export function changedMeanwhile(change: Change): never {
  throw new ChangedMeanwhile(change)
}

type Props = { readonly t: Texts; readonly change: Change; readonly last: LastChange | undefined }

/** The page for who came second. */
export function ChangedMeanwhilePage({ t, change, last }: Props) {
  const texts = textsIn(change.typed ?? {})
  return (
    <Stack>
      <Heading level={1}>{t(titleKey(last))}</Heading>
      <Notice kind="attention">{last ? lastWords(t, last) : t('http.changed.unknown')}</Notice>
      {texts.length > 0 ? (
        <Section title={t('http.changed.typed')}>
          <List items={texts.map((text) => <bdi key={text}>{text}</bdi>)} />
        </Section>
      ) : null}
      <Cluster>
        <LinkButton href={change.now}>{t('http.changed.look')}</LinkButton>
      </Cluster>
    </Stack>
  )
}

/** Somebody was first, unless it was the same person. */
const titleKey = (last: LastChange | undefined) =>
  last?.who === undefined ? 'http.changed.title' : 'http.error.conflict.title'

const lastWords = (t: Texts, { who, what, moment }: LastChange) =>
  who === undefined ? t('http.changed.byYourself', { what, moment }) : t('http.changed.by', { name: who, what, moment })

/** What somebody wrote: not what a page put there (identifiers, versions, choices from a list). */
const textsIn = (values: FormValues): readonly string[] =>
  [...new Set(Object.values(values).flat())].flatMap((text) =>
    text !== undefined && /\s/.test(text.trim()) ? [text] : [],
  )
