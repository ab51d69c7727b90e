import { type Language, languageNames, residentLanguages, type Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  FileField,
  Form,
  Heading,
  Lead,
  Link,
  Section,
  Select,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import type { Problem } from '../source.ts'

type Props = {
  readonly t: Texts
  readonly language: Language
  /** Undefined before anything was sent; empty when no file was chosen. */
  readonly problems: readonly Problem[] | undefined
  readonly slug: string
}

/** Sends a file of services, and says where others get ours. */
export function ImportFormPage({ t, language, problems, slug }: Props) {
  const error = problems && t(problems.length > 0 ? 'organisations.import.refused' : 'organisations.import.noFile')
  const api = `/in/${slug}/hsds`
  return (
    <Stack>
      <BackLink href="/services" text={t('organisations.services')} />
      <Heading level={1}>{t('organisations.import')}</Heading>
      <Lead>{t('organisations.import.lead')}</Lead>
      <Form action="/services/imports" encType="multipart/form-data">
        <ErrorSummary title={t('form.summary')} errors={error ? [{ field: 'file', text: error }] : []} />
        {problems && problems.length > 0 ? <Problems t={t} problems={problems} /> : null}
        <FileField
          name="file"
          label={t('organisations.import.file')}
          hint={t('organisations.import.file.hint')}
          accept=".json,.zip,application/json,application/zip"
          error={error}
          required
        />
        <Select
          name="language"
          label={t('organisations.import.language')}
          hint={t('organisations.import.language.hint')}
          value={language}
          choices={residentLanguages.map((code) => ({ value: code, label: languageNames[code] }))}
        />
        <ButtonRow>
          <Button>{t('organisations.import.look')}</Button>
        </ButtonRow>
      </Form>
      <Section title={t('organisations.export')}>
        <p>{t('organisations.export.text')}</p>
        <p>
          <Link href="/services/export.json" download>
            {t('organisations.export.download')}
          </Link>
        </p>
        <p>
          {t('organisations.export.api')}{' '}
          <Link href={`${api}/openapi.json`} download>
            {api}
          </Link>
        </p>
      </Section>
    </Stack>
  )
}

/** Where in the file, and what was expected there: for who made it, so in the words of the standard. */
function Problems({ t, problems }: { readonly t: Texts; readonly problems: readonly Problem[] }) {
  return (
    <Table
      caption={t('organisations.import.problems', { count: problems.length })}
      columns={[
        { key: 'path', heading: t('organisations.import.place'), cell: ({ path }) => path, rowHeader: true },
        {
          key: 'expected',
          heading: t('organisations.import.expected'),
          cell: ({ expected }) => <span lang="en">{expected}</span>,
        },
      ]}
      rows={problems}
      rowKey={({ path, expected }) => path + expected}
    />
  )
}
