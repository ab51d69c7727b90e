import type { Texts } from '../../../platform/messages/index.ts'
import { Hint, Section, Stack, Timeline, type TimelineEntry } from '../../../ui/index.ts'
import { type AreaVersion, differenceOf, type NamedPart } from './area-version.ts'

type Props = {
  readonly t: Texts
  /** Newest first. */
  readonly versions: readonly AreaVersion[]
  /** Names of colleagues by account. */
  readonly names: ReadonlyMap<string, string>
}

/** What a neighbourhood was made of before: only when it ever changed. */
export function VersionHistory({ t, versions, names }: Props) {
  if (versions.length < 2) return null
  return (
    <Section title={t('places.versions')}>
      <Timeline
        label={t('places.versions')}
        entries={versions.map((version, place) => entryOf(t, version, versions[place + 1], names))}
      />
    </Section>
  )
}

function entryOf(
  t: Texts,
  version: AreaVersion,
  before: AreaVersion | undefined,
  names: Props['names'],
): TimelineEntry {
  return {
    key: String(version.number),
    moment: version.validFrom ? t.moment(version.validFrom) : t('places.version.begin'),
    dateTime: version.validFrom?.toISOString(),
    who: version.madeBy ? names.get(version.madeBy) : undefined,
    what: t('places.version', { number: version.number, name: version.name }),
    detail: <Details t={t} version={version} before={before} />,
  }
}

function Details({ t, version, before }: Pick<Props, 't'> & { version: AreaVersion; before: AreaVersion | undefined }) {
  const lines = [
    ...(before ? changes(t, version, before) : [madeOf(t, version.parts)]),
    ...(version.why ? [t('places.version.why', { why: version.why })] : []),
  ].filter((line) => line !== '')
  return (
    <Stack gap="tiny">
      {lines.map((line) => (
        <Hint key={line}>{line}</Hint>
      ))}
    </Stack>
  )
}

function changes(t: Texts, version: AreaVersion, before: AreaVersion): readonly string[] {
  const { added, left } = differenceOf(before, version)
  // Between editions an area keeps its name and is another one: its code tells them apart.
  const named = version.edition === before.edition ? nameOf : nameAndCodeOf
  return [
    added.length > 0 ? t('places.version.added', { parts: t.list(added.map(named)) }) : '',
    left.length > 0 ? t('places.version.left', { parts: t.list(left.map(named)) }) : '',
    version.name === before.name ? '' : t('places.version.renamed', { name: before.name }),
    version.edition === before.edition
      ? ''
      : t('places.version.edition', { from: before.edition, to: version.edition }),
    JSON.stringify(version.border) === JSON.stringify(before.border) ? '' : t('places.version.border'),
  ]
}

const madeOf = (t: Texts, parts: readonly NamedPart[]) =>
  parts.length > 0 ? t('places.version.parts', { parts: t.list(parts.map(nameOf)) }) : ''

const nameOf = ({ name }: NamedPart) => name

const nameAndCodeOf = ({ name, code }: NamedPart) => (code ? `${name} (${code})` : name)
