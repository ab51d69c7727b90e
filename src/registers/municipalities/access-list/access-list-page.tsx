import type { ComponentChildren } from 'preact'
import type { Texts } from '../../../platform/messages/index.ts'
import { EmptyState, Heading, Lead, List, Name, Notice, Section, Stack, Table } from '../../../ui/index.ts'
import type { DataZone } from '../municipality-store.ts'
import { type AccessLine, type DataAccess, unbound } from './access-list.ts'

type Props = {
  readonly t: Texts
  readonly lines: readonly AccessLine[]
  readonly zones: readonly DataZone[]
  readonly dataAccesses: readonly DataAccess[]
  /** Reviews of this list. */
  readonly children: ComponentChildren
}

/** Per kind of data the categories of people who may see it, by name, with the secrecy that binds them. */
export function AccessListPage({ t, lines, zones, dataAccesses, children }: Props) {
  const notBound = unbound(lines)
  return (
    <Stack gap="large">
      <Heading level={1}>{t('municipalities.access.title')}</Heading>
      <Lead>{t('municipalities.access.lead')}</Lead>
      {notBound.length > 0 && (
        <Notice kind="attention" title={t('municipalities.access.unbound', { count: notBound.length })}>
          <List items={notBound.map(({ name }) => name)} />
        </Notice>
      )}
      {children}
      {dataAccesses.map(({ data }) => (
        <Section key={data} title={t(data)}>
          <DataTable t={t} zones={zones} title={t(data)} lines={lines.filter((line) => line.data === data)} />
        </Section>
      ))}
    </Stack>
  )
}

type TableProps = Pick<Props, 't' | 'zones' | 'lines'> & { readonly title: string }

function DataTable({ t, zones, lines, title }: TableProps) {
  if (lines.length === 0) return <EmptyState title={t('municipalities.access.nobody')} icon="lock" />
  return (
    <Table
      caption={title}
      captionHidden
      rows={lines}
      rowKey={({ role, zoneId }) => `${role} ${zoneId}`}
      columns={[
        {
          key: 'role',
          heading: t('municipalities.access.category'),
          rowHeader: true,
          cell: ({ role, zoneId }) => `${t(`http.role.${role}`)}, ${zones.find(({ id }) => id === zoneId)?.name ?? ''}`,
        },
        {
          key: 'people',
          heading: t('municipalities.access.people'),
          cell: ({ people }) => (
            <List
              look="bare"
              items={people.map(({ name, secrecy }) => (
                <>
                  <Name>{name}</Name>: {t(`municipalities.secrecy.${secrecy}`)}
                </>
              ))}
            />
          ),
        },
      ]}
    />
  )
}
