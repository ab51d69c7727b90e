import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  Panel,
  Prose,
  RadioGroup,
  Section,
  Stack,
} from '../../../../ui/index.ts'
import { concernDecisions, type SafetyConcern } from '../concern-store.ts'
import { decisionText } from './concerns-page.tsx'
import { NumbersToCall } from './numbers-to-call.tsx'

type Props = {
  readonly t: Texts
  readonly concern: SafetyConcern
  readonly names: ReadonlyMap<string, string>
  readonly form: FilledForm
  /** Whether the reader is the first of the two who are named. */
  readonly isFirst: boolean
  readonly jurisdiction: 'flanders' | 'brussels'
}

/** One concern, for the two who are named in it. */
export function ConcernPage({ t, concern, names, form, isFirst, jurisdiction }: Props) {
  return (
    <Stack>
      <BackLink href="/safety-concerns" text={t('detection.concern.list')} />
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Heading level={1}>{t('detection.concern.title')}</Heading>
      <NumbersToCall t={t} jurisdiction={jurisdiction} />
      <Panel>
        <Prose>
          <p dir="auto">{concern.content}</p>
        </Prose>
        <DescriptionList
          items={[
            {
              term: t('detection.concern.about'),
              value: t(concern.isAboutChild ? 'detection.concern.child' : 'detection.concern.adult'),
            },
            { term: t('detection.concern.first'), value: names.get(concern.firstUserId) },
            { term: t('detection.concern.second'), value: names.get(concern.secondUserId) },
            {
              term: t('detection.concern.notedBy'),
              value: `${names.get(concern.notedBy) ?? ''}, ${t.moment(concern.notedAt)}`,
            },
            { term: t('detection.concern.decided'), value: decisionText(t, concern) },
          ]}
        />
      </Panel>
      <Section title={t('detection.concern.decide')}>
        <Form action={`/safety-concerns/${concern.id}/decision`} hidden={{ version: String(concern.version) }}>
          <RadioGroup
            {...form.field('decision')}
            label={t('detection.concern.mine')}
            hint={t('detection.concern.right')}
            choices={concernDecisions.map((value) => ({ value, label: t(`detection.concern.decision.${value}`) }))}
          />
          <ButtonRow>
            <Button>{t('detection.substitutes.save')}</Button>
          </ButtonRow>
        </Form>
      </Section>
      <InCopy t={t} concern={concern} isFirst={isFirst} />
    </Stack>
  )
}

/** Whether the person may have it in a copy of their data: only when both agree, and either takes it back. */
function InCopy({ t, concern, isFirst }: Pick<Props, 't' | 'concern' | 'isFirst'>) {
  const { shownByFirstAt, shownBySecondAt } = concern
  const mine = isFirst ? shownByFirstAt : shownBySecondAt
  const others = isFirst ? shownBySecondAt : shownByFirstAt
  return (
    <Section title={t('detection.concern.copy')}>
      <p>{t('detection.concern.copy.hint')}</p>
      <p>{t(`detection.concern.copy.${mine && others ? 'both' : mine ? 'mine' : others ? 'other' : 'nobody'}`)}</p>
      <Form
        action={`/safety-concerns/${concern.id}/copy`}
        hidden={{ version: String(concern.version), shown: mine ? 'no' : 'yes' }}
      >
        <ButtonRow>
          <Button look="secondary">
            {t(mine ? 'detection.concern.copy.takeBack' : 'detection.concern.copy.agree')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
