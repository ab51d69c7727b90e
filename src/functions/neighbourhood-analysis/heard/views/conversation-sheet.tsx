import type { Texts } from '../../../../platform/messages/index.ts'
import { Heading, Hint, List, PrintSheet, Section, Stack, TickList, WritingLines } from '../../../../ui/index.ts'
import { groupChoices, themeChoices } from '../../findings/views/choices.ts'

/** A sheet for a conversation with residents: to write and tick on, and to type in later. */
export function ConversationSheet({ t, municipality }: { readonly t: Texts; readonly municipality: string }) {
  return (
    <PrintSheet label={t('analysis.heard.sheet')}>
      <Stack gap="small">
        <Heading level={1} look={2}>
          {t('analysis.heard.sheet.title', { municipality })}
        </Heading>
        <Hint>{t('analysis.heard.sheet.lead')}</Hint>
        <WritingLines label={t('analysis.heard.sheet.where')} lines={1} />
        <Section title={t('analysis.heard.sheet.strengths')}>
          <WritingLines lines={4} />
        </Section>
        <Section title={t('analysis.heard.sheet.needs')}>
          <WritingLines lines={4} />
        </Section>
        <TickList label={t('analysis.heard.sheet.themes')} items={themeChoices(t).map(({ label }) => label)} />
        <TickList
          label={t('analysis.heard.sheet.groups')}
          items={groupChoices(t).map(({ label }) => label)}
          isCounted
        />
        <List items={[t('analysis.heard.sheet.noNames'), t('analysis.heard.sheet.help')]} />
      </Stack>
    </PrintSheet>
  )
}
