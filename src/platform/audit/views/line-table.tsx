import { isoDateIn } from '@meernet/calendar'
import { Hint, Name, Table } from '../../../ui/index.ts'
import { municipalTimeZone, type Texts } from '../../messages/index.ts'
import type { ReadLine } from '../audit-store.ts'
import { didWords, thingWords, whyWords } from './audit-words.ts'

type Props = {
  readonly t: Texts
  readonly lines: readonly ReadLine[]
  readonly names: ReadonlyMap<string, string>
}

/** Lines of the log: when, who, what, on which thing. A cell is one piece, which a card on a phone does not pull apart. */
export function LineTable({ t, lines, names }: Props) {
  return (
    <Table
      caption={t('audit.title')}
      captionHidden
      rows={lines}
      rowKey={({ sequence }) => String(sequence)}
      columns={[
        { key: 'sequence', heading: t('audit.number'), numeric: true, cell: ({ sequence }) => sequence },
        { key: 'at', heading: t('audit.at'), rowHeader: true, cell: ({ at }) => <Moment t={t} at={at} /> },
        { key: 'who', heading: t('audit.who'), cell: (line) => whoDid(t, line, names) },
        { key: 'action', heading: t('audit.action'), cell: ({ action }) => didWords(t, action) },
        {
          key: 'subject',
          heading: t('audit.subject'),
          cell: ({ subjectType, subjectId, reason }) => (
            <div>
              {thingWords(t, subjectType)} {subjectId === reason ? null : <Hint>{shortOf(subjectId)}</Hint>}
            </div>
          ),
        },
        { key: 'reason', heading: t('audit.reason'), cell: ({ reason }) => (reason ? whyWords(t, reason) : '') },
      ]}
    />
  )
}

function Moment({ t, at }: { readonly t: Texts; readonly at: Date }) {
  return (
    <div>
      {t.day(isoDateIn(municipalTimeZone, at)).replaceAll(' ', '\u00a0')} <Hint>{t.time(at)}</Hint>
    </div>
  )
}

/** The last part of an identifier: enough to see that two lines are about the same thing. A page has its own name; a list is named by why it was opened. */
const shortOf = (id: string) => (id.startsWith('/') ? id : id.slice(id.lastIndexOf('-') + 1))

function whoDid(t: Texts, { userId, role, task }: ReadLine, names: ReadonlyMap<string, string>) {
  if (userId === null) return t('audit.program', { task: task ?? '' })
  const roleName = role ? t(`http.role.${role}`) : ''
  return (
    <span>
      <Name>{names.get(userId) ?? t('audit.formerColleague')}</Name>, {roleName}
    </span>
  )
}
