import type { Texts } from '../../../../platform/messages/index.ts'
import { Heading, Lead, Link, Stack, Table } from '../../../../ui/index.ts'
import { type LocalParameter, localParameters, valueOn } from '../local-parameter.ts'
import type { LocalRow } from '../local-parameter-store.ts'
import { localPath, localValueWords } from './local-words.ts'

type Props = { readonly t: Texts; readonly rows: readonly LocalRow[] }

/** Everything the municipality decides itself, with what holds today. */
export function ParametersPage({ t, rows }: Props) {
  const today = (parameter: LocalParameter) => valueOn(rows, parameter, t.today)
  return (
    <Stack>
      <Heading level={1}>{t('guidance.local.title')}</Heading>
      <Lead>{t('guidance.local.lead')}</Lead>
      <Table
        caption={t('guidance.local.caption')}
        captionHidden
        rows={localParameters}
        rowKey={(parameter) => parameter}
        columns={[
          {
            key: 'name',
            heading: t('guidance.local.column.name'),
            rowHeader: true,
            cell: (parameter) => <Link href={localPath(parameter)}>{t(`guidance.local.name.${parameter}`)}</Link>,
          },
          {
            key: 'value',
            heading: t('guidance.local.column.today'),
            cell: (parameter) => localValueWords(t, parameter, today(parameter)?.value ?? { kind: 'unknown' }),
          },
          {
            key: 'since',
            heading: t('guidance.local.column.since'),
            cell: (parameter) => {
              const row = today(parameter)
              return row ? t.day(row.validFrom) : t('guidance.local.neverEntered')
            },
          },
        ]}
      />
    </Stack>
  )
}
