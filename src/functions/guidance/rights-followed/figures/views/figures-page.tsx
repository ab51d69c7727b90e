import type { Texts } from '../../../../../platform/messages/index.ts'
import {
  EmptyState,
  Grid,
  Heading,
  Hint,
  Lead,
  Section,
  Stack,
  SubNavigation,
  Table,
  Tally,
} from '../../../../../ui/index.ts'
import { nameOfRight } from '../../right-words.ts'
import { type RightsFigures, type ShownNumber, type ShownRight, stages } from '../figures.ts'

type Props = {
  readonly t: Texts
  readonly year: number
  readonly years: readonly number[]
  readonly figures: RightsFigures
}

/** One year of rights: checks, what was found, asked, obtained and refused, and what it brings. Nobody is named or to be found. */
export function FiguresPage({ t, year, years, figures }: Props) {
  const { total } = figures
  const isEmpty = stages.every((stage) => total[stage].kind === 'none') && figures.checks.offered.kind === 'none'
  return (
    <Stack gap="large">
      <Stack gap="small">
        <Heading level={1}>{t('guidance.figures.title')}</Heading>
        <Lead>{t('guidance.figures.lead')}</Lead>
        <SubNavigation
          label={t('guidance.figures.years')}
          items={years.map((one) => ({
            href: `/rights-in-figures?year=${one}`,
            text: String(one),
            current: one === year,
          }))}
        />
      </Stack>
      {isEmpty ? (
        <EmptyState icon="activity" title={t('guidance.figures.none')} text={t('guidance.figures.noneHint')} />
      ) : (
        <>
          <Totals t={t} figures={figures} />
          <PerRight t={t} figures={figures} />
          <Hint>{t('guidance.figures.howShown')}</Hint>
        </>
      )}
    </Stack>
  )
}

function Totals({ t, figures: { checks, total, obtained } }: Pick<Props, 't' | 'figures'>) {
  const number = (shown: ShownNumber) => numberWords(t, shown)
  return (
    <>
      <Section title={t('guidance.figures.checks')}>
        <Grid cell="small">
          <Tally value={number(checks.offered)} label={t('guidance.figures.offered')} />
          <Tally value={number(checks.done)} label={t('guidance.figures.done')} />
        </Grid>
      </Section>
      <Section title={t('guidance.figures.rights')}>
        <Grid cell="small">
          {stages.map((stage) => (
            <Tally key={stage} value={number(total[stage])} label={t(`guidance.figures.${stage}`)} />
          ))}
        </Grid>
        <Grid>
          <Tally
            value={moneyWords(t, obtained)}
            label={t('guidance.figures.obtained')}
            hint={t('guidance.figures.obtainedHint')}
          />
        </Grid>
      </Section>
    </>
  )
}

function PerRight({ t, figures: { perRight, hasOthers } }: Pick<Props, 't' | 'figures'>) {
  return (
    <Section title={t('guidance.figures.perRight')}>
      {perRight.length > 0 ? (
        <Table
          caption={t('guidance.figures.perRight')}
          captionHidden
          rows={perRight}
          rowKey={({ rightId }) => rightId}
          columns={[
            {
              key: 'right',
              heading: t('guidance.figures.right'),
              rowHeader: true,
              cell: ({ rightId }: ShownRight) => nameOfRight(rightId, t.language),
            },
            ...stages.map((stage) => ({
              key: stage,
              heading: t(`guidance.figures.${stage}`),
              numeric: true,
              cell: (right: ShownRight) => numberWords(t, right.stages[stage]),
            })),
            {
              key: 'obtained',
              heading: t('guidance.figures.obtained'),
              numeric: true,
              cell: (right: ShownRight) => moneyWords(t, right.obtained),
            },
          ]}
        />
      ) : null}
      {hasOthers ? <p>{t('guidance.figures.others')}</p> : null}
    </Section>
  )
}

const numberWords = (t: Texts, shown: ShownNumber): string =>
  shown.kind === 'atLeast'
    ? t('guidance.figures.atLeast', { count: shown.value })
    : t(`guidance.figures.number.${shown.kind}`)

const moneyWords = (t: Texts, shown: ShownNumber): string =>
  shown.kind === 'atLeast'
    ? t('guidance.figures.atLeastEuro', { amount: shown.value / 100 })
    : t(`guidance.figures.number.${shown.kind}`)
