import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  ButtonRow,
  DescriptionList,
  Heading,
  Lead,
  LinkButton,
  Name,
  PrintSheet,
  Stack,
  Table,
} from '../../../ui/index.ts'
import type { Certificate } from '../certificate-store.ts'
import { termWords } from './term-words.ts'

export type CertificateProps = {
  readonly t: Texts
  readonly certificate: Certificate
  /** Of which data zone of which municipality the data were. */
  readonly controller: string
  readonly names: ReadonlyMap<string, string>
}

/** What was deleted, how much, by which rule and by whose decision. */
export function CertificatePage(props: CertificateProps) {
  const { t, certificate } = props
  return (
    <Stack gap="large">
      <BackLink href="/retention" text={t('retention.title')} />
      <CertificateText {...props} />
      <ButtonRow>
        <LinkButton href={`/retention/certificates/${certificate.id}/print`} icon="printer">
          {t('retention.certificate.print')}
        </LinkButton>
      </ButtonRow>
    </Stack>
  )
}

/** The same on paper, to keep with the decision. */
export function CertificateSheet(props: CertificateProps) {
  return (
    <PrintSheet isNumbered>
      <CertificateText {...props} />
    </PrintSheet>
  )
}

function CertificateText({ t, certificate, controller, names }: CertificateProps) {
  const nameOf = (id: string) => names.get(id) ?? t('retention.formerColleague')
  const again = certificate.appliedAgainAt
  return (
    <Stack>
      <Heading level={1}>{t('retention.certificate')}</Heading>
      <Lead>{t('retention.certificate.lead', { records: certificate.records })}</Lead>
      <DescriptionList
        items={[
          { term: t('retention.certificate.controller'), value: controller },
          { term: t('retention.series'), value: t(`retention.seriesName.${certificate.series.replaceAll(' ', '-')}`) },
          { term: t('retention.term'), value: termWords(t, certificate.term) },
          { term: t('retention.rule.reference'), value: certificate.reference },
          { term: t('retention.checkedBy'), value: nameOf(certificate.checkedBy) },
          {
            term: t('retention.approvedBy'),
            value: (
              <>
                <Name>{nameOf(certificate.approvedBy)}</Name>, {t.moment(certificate.approvedAt)}
              </>
            ),
          },
          { term: t('retention.executedAt'), value: t.moment(certificate.executedAt) },
          ...(again
            ? [
                {
                  term: t('retention.appliedAgain'),
                  value: t('retention.appliedAgain.words', {
                    moment: t.moment(again),
                    records: certificate.appliedAgainRecords ?? 0,
                  }),
                },
              ]
            : []),
          { term: t('retention.digest'), value: certificate.digest },
        ]}
      />
      <Table
        caption={t('retention.rows')}
        compact
        rows={Object.entries(certificate.rowCounts).filter(([, count]) => count > 0)}
        rowKey={([table]) => table}
        columns={[
          { key: 'table', heading: t('retention.table'), rowHeader: true, cell: ([table]) => table },
          { key: 'count', heading: t('retention.count'), numeric: true, cell: ([, count]) => count },
        ]}
      />
    </Stack>
  )
}
