import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, ButtonRow, Heading, Lead, LinkButton, PrintSheet, Stack } from '../../../../ui/index.ts'
import type { ReimbursementYear } from '../reimbursement-year.ts'
import { Declared, NotedTable, Uses, YearFacts, Years } from './year-parts.tsx'

type Props = { readonly t: Texts; readonly year: ReimbursementYear }

/** Where a volunteer sees the own reimbursements. */
export const ownBase = '/my-volunteering/reimbursements'

/** The own year of a volunteer: what was paid, what still fits, and the own declaration. */
export function OwnReimbursementsPage({ t, year, mayDeclare }: Props & { readonly mayDeclare: boolean }) {
  return (
    <Stack>
      <BackLink href="/my-volunteering" text={t('volunteers.own.title')} />
      <Heading level={1}>{t('volunteers.reimbursement.own')}</Heading>
      <Lead>{t('volunteers.reimbursement.own.lead')}</Lead>
      <ButtonRow>
        <LinkButton href={`${ownBase}/print?year=${year.year}`} icon="printer">
          {t('volunteers.reimbursement.print')}
        </LinkButton>
      </ButtonRow>
      <Years t={t} year={year} base={ownBase} />
      <Uses t={t} year={year} />
      <Declared
        t={t}
        year={year}
        action={
          mayDeclare ? (
            <ButtonRow>
              <LinkButton href={`${ownBase}/declaration?year=${year.year}`} look="primary" icon="pencil">
                {t('volunteers.declaration.give')}
              </LinkButton>
            </ButtonRow>
          ) : undefined
        }
      />
      <NotedTable t={t} year={year} />
    </Stack>
  )
}

/** The same on one sheet of paper, for the volunteer to keep. */
export function ReimbursementSheet({ t, year, name }: Props & { readonly name: string }) {
  return (
    <PrintSheet label={t('volunteers.reimbursement.own')} isNumbered>
      <Stack>
        <Heading level={1}>{t('volunteers.reimbursement.sheet', { name, year: String(year.year) })}</Heading>
        <YearFacts t={t} year={year} />
        <NotedTable t={t} year={year} />
        <Declared t={t} year={year} />
        <p>{t('volunteers.reimbursement.printedOn', { day: t.day(t.today) })}</p>
      </Stack>
    </PrintSheet>
  )
}
