import type { Texts } from '../../../../platform/messages/index.ts'
import { Heading, Hint, List, PrintSheet, Section, Stack, TickList, WritingLines } from '../../../../ui/index.ts'
import { groupChoices, themeChoices } from '../../findings/views/choices.ts'

/** A sheet to walk with: what one sees, where, and how many people walked. */
export function WalkSheet({ t, municipality }: { readonly t: Texts; readonly municipality: string }) {
  return (
    <PrintSheet label={t('analysis.walk.sheet')}>
      <Stack gap="small">
        <Heading level={1} look={2}>
          {t('analysis.walk.sheet.title', { municipality })}
        </Heading>
        <Hint>{t('analysis.walk.sheet.lead')}</Hint>
        <WritingLines label={t('analysis.walk.sheet.when')} lines={1} />
        {(['strength', 'need'] as const).map((kind) => (
          <Section key={kind} title={t(`analysis.walk.sheet.${kind}`)}>
            <WritingLines lines={5} />
          </Section>
        ))}
        <TickList label={t('analysis.walk.sheet.themes')} items={themeChoices(t).map(({ label }) => label)} />
        <TickList
          label={t('analysis.walk.sheet.walkers')}
          items={groupChoices(t).map(({ label }) => label)}
          isCounted
        />
        <List items={[t('analysis.heard.sheet.noNames'), t('analysis.walk.sheet.photos')]} />
      </Stack>
    </PrintSheet>
  )
}
