import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DescriptionList,
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
  readonly jurisdiction: 'flanders' | 'brussels'
}

/** One concern, for the two who are named in it. */
export function ConcernPage({ t, concern, names, jurisdiction }: Props) {
  return (
    <Stack>
      <BackLink href="/safety-concerns" text={t('detection.concern.list')} />
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
            name="decision"
            label={t('detection.concern.mine')}
            hint={t('detection.concern.right')}
            value={concern.decision}
            choices={concernDecisions.map((value) => ({ value, label: t(`detection.concern.decision.${value}`) }))}
          />
          <ButtonRow>
            <Button>{t('detection.substitutes.save')}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </Stack>
  )
}
