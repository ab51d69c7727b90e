import { Button, ButtonRow, Heading, Lead, LinkButton, List, Notice, Section, Stack } from '../../ui/index.ts'
import type { Words } from '../texts.ts'

type Props = {
  readonly t: Words
  readonly doorId: string
  /** Answers of before lie on this phone. */
  readonly isBegun: boolean
  readonly onBegin: () => void
  readonly onForget: () => void
}

/** What the check is and what becomes of the answers, and whether the person wants it. A no leaves no trace. */
export function Offer({ t, doorId, isBegun, onBegin, onForget }: Props) {
  return (
    <Stack>
      <Heading level={1}>{t('resident.homeVisit.rights.title')}</Heading>
      <Lead>{t('resident.homeVisit.rights.lead')}</Lead>
      <List
        items={[
          t('resident.homeVisit.rights.open'),
          t('resident.homeVisit.rights.notSent'),
          t('resident.homeVisit.rights.locked'),
          t('resident.homeVisit.rights.noPromise'),
        ]}
      />
      {isBegun ? (
        <Notice title={t('resident.homeVisit.rights.begun')}>
          <ButtonRow>
            <Button type="button" onPress={onBegin}>
              {t('resident.homeVisit.rights.goOn')}
            </Button>
            <Button type="button" look="secondary" icon="trash-2" onPress={onForget}>
              {t('resident.homeVisit.rights.forget')}
            </Button>
          </ButtonRow>
        </Notice>
      ) : (
        <Section title={t('resident.homeVisit.rights.wanted')}>
          <ButtonRow>
            <Button type="button" onPress={onBegin}>
              {t('resident.homeVisit.rights.yes')}
            </Button>
            <LinkButton href={`#/door/${doorId}`} look="secondary">
              {t('resident.homeVisit.rights.no')}
            </LinkButton>
          </ButtonRow>
        </Section>
      )}
    </Stack>
  )
}
