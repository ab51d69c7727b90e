import type { ComponentChildren } from 'preact'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  DescriptionList,
  EmptyState,
  Notice,
  ProgressBar,
  Section,
  Stack,
  SubNavigation,
  Table,
} from '../../../../ui/index.ts'
import { isNear } from '../ceilings.ts'
import { activityText } from '../raised-activities.ts'
import { paidCents, type Reimbursement } from '../reimbursement.ts'
import type { ReimbursementYear } from '../reimbursement-year.ts'
import { kilometresText, useText } from './use-text.ts'

type Props = { readonly t: Texts; readonly year: ReimbursementYear }

/** The years one can look at. */
export function Years({ t, year, base }: Props & { readonly base: string }) {
  return (
    <SubNavigation
      label={t('volunteers.reimbursement.years')}
      items={year.years.map((each) => ({
        href: `${base}?year=${each}`,
        text: String(each),
        current: each === year.year,
      }))}
    />
  )
}

/** How far each ceiling is used, what came from elsewhere, and what to mind. */
export function Uses({ t, year }: Props) {
  const near = year.uses.filter(isNear)
  return (
    <Section title={t('volunteers.reimbursement.uses')}>
      {year.most ? null : (
        <Notice kind="attention" title={t('volunteers.reimbursement.closed', { year: String(year.year) })}>
          <p>{t('volunteers.reimbursement.closed.text')}</p>
        </Notice>
      )}
      {near.length > 0 ? (
        <Notice kind="attention" title={t('volunteers.reimbursement.near.title')}>
          <p>{t('volunteers.reimbursement.near.text')}</p>
        </Notice>
      ) : null}
      <Stack>
        {year.uses.map((use) => (
          <ProgressBar
            key={use.ceiling}
            label={t(`volunteers.reimbursement.ceiling.${use.ceiling}`)}
            value={Math.min(use.used, use.most)}
            max={use.most}
            text={useText(t, use)}
          />
        ))}
      </Stack>
      <YearFacts t={t} year={year} />
    </Section>
  )
}

/** The sums of a year and where the ceilings come from. */
export function YearFacts({ t, year }: Props) {
  return (
    <DescriptionList
      items={[
        { term: t('volunteers.reimbursement.paid'), value: t.money(year.paidCents) },
        ...(year.counted.isInSeveral
          ? [{ term: t('volunteers.reimbursement.elsewhereHere'), value: t.money(year.elsewhereHereCents) }]
          : []),
        ...(year.most
          ? [
              { term: t('volunteers.reimbursement.ceiling.day'), value: t.money(year.most.dayCents) },
              { term: t('volunteers.reimbursement.source'), value: year.most.source },
            ]
          : []),
      ]}
    />
  )
}

/** What was declared about other organisations, with `action` to give or change it. */
export function Declared({ t, year, action }: Props & { readonly action?: ComponentChildren }) {
  const { declaration } = year
  return (
    <Section title={t('volunteers.declaration.title')} id="declaration">
      {declaration ? (
        <DescriptionList
          items={[
            {
              term: t('volunteers.declaration.elsewhere'),
              value: t(`volunteers.declaration.elsewhere.${declaration.elsewhere}`),
            },
            { term: t('volunteers.declaration.lumpSum'), value: t.money(declaration.lumpSumCents) },
            {
              term: t('volunteers.declaration.kilometres'),
              value: kilometresText(t, declaration.travelHectometres),
            },
            {
              term: t('volunteers.declaration.raised'),
              value: declaration.meetsRaisedConditions
                ? t('volunteers.declaration.raised.yes')
                : t('volunteers.declaration.raised.no'),
            },
            { term: t('volunteers.declaration.on'), value: t.day(declaration.declaredOn) },
          ]}
        />
      ) : (
        <p>{t('volunteers.declaration.none', { year: String(year.year) })}</p>
      )}
      {action}
    </Section>
  )
}

type NotedProps = Props & {
  /** A button to cancel, for who may. */
  readonly cancel?: ((reimbursement: Reimbursement) => ComponentChildren) | undefined
}

/** All that was noted in the year, day by day; what was cancelled stays readable. */
export function NotedTable({ t, year, cancel }: NotedProps) {
  const title = t('volunteers.reimbursement.noted', { year: String(year.year) })
  if (year.noted.length === 0)
    return (
      <Section title={title}>
        <EmptyState
          title={t('volunteers.reimbursement.none')}
          text={t('volunteers.reimbursement.none.text')}
          icon="hand-heart"
        />
      </Section>
    )
  return (
    <Section title={title}>
      <Table
        caption={title}
        captionHidden
        rows={year.noted}
        rowKey={({ id }) => id}
        columns={[
          { key: 'day', heading: t('volunteers.reimbursement.day'), cell: ({ day }) => t.day(day), rowHeader: true },
          { key: 'what', heading: t('volunteers.reimbursement.what'), cell: (row) => whatText(t, row) },
          {
            key: 'amount',
            heading: t('volunteers.reimbursement.amount'),
            numeric: true,
            cell: ({ amountCents }) => t.money(amountCents),
          },
          {
            key: 'travel',
            heading: t('volunteers.reimbursement.travel'),
            numeric: true,
            cell: (row) => travelText(t, row),
          },
          {
            key: 'paid',
            heading: t('volunteers.reimbursement.together'),
            numeric: true,
            cell: (row) => t.money(paidCents(row)),
          },
          ...(cancel
            ? [{ key: 'cancel', heading: t('volunteers.reimbursement.cancel'), headingHidden: true, cell: cancel }]
            : []),
        ]}
      />
    </Section>
  )
}

function whatText(t: Texts, { kind, activity, cancelledAt }: Reimbursement): string {
  const what = `${t(`volunteers.reimbursement.kind.${kind}`)}, ${activityText(t, activity)}`
  return cancelledAt ? t('volunteers.reimbursement.cancelled', { what }) : what
}

function travelText(t: Texts, { travelMeans, travelHectometres, travelCents }: Reimbursement): string {
  if (!travelMeans) return '–'
  const distance = kilometresText(t, travelHectometres)
  return `${distance} (${t(`volunteers.reimbursement.means.${travelMeans}`)}): ${t.money(travelCents)}`
}
