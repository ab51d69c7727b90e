import { isoDateIn } from '@meernet/calendar'
import { municipalTimeZone, type Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  Count,
  EmptyState,
  Form,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  Section,
  Stack,
  Status,
  Table,
  VisuallyHidden,
} from '../../../../ui/index.ts'
import type { DataZone } from '../../municipality-store.ts'
import { undecided } from '../access-review.ts'
import type { ReviewWithLines } from '../actions.ts'
import type { ShownLine } from '../review-lines.ts'

export type ReviewPageProps = ReviewWithLines & {
  readonly t: Texts
  readonly zones: readonly DataZone[]
  /** Names of who decided, by account. */
  readonly names: ReadonlyMap<string, string>
  /** The reader is an administrator and the review is open. */
  readonly mayDecide: boolean
  /** What stood in the way of the last act. */
  readonly refused?: string | undefined
}

/** Who may see what, line by line: it stays, or it ends. */
export function ReviewPage(props: ReviewPageProps) {
  const { t, review, lines, mayDecide, refused } = props
  const open = undecided(lines)
  const decided = lines.filter(({ decision }) => decision !== null)
  const path = `/admin/access-list/reviews/${review.id}`
  return (
    <Stack gap="large">
      <BackLink href="/admin/access-list" text={t('municipalities.access.title')} />
      {refused && (
        <Notice kind="attention" announce>
          <p>{refused}</p>
        </Notice>
      )}
      <Heading level={1}>
        {t('municipalities.review.title', { day: t.day(isoDateIn(municipalTimeZone, review.begunAt)) })}
      </Heading>
      <Lead>{t(review.closedAt ? 'municipalities.review.closedLead' : 'municipalities.review.lead')}</Lead>
      <ButtonRow>
        <LinkButton href={`${path}/export`} icon="download" download>
          {t('municipalities.review.export')}
        </LinkButton>
      </ButtonRow>
      {open.length > 0 && (
        <Section title={t('municipalities.review.open')} beside={<Count value={open.length} />}>
          {mayDecide ? (
            <Form action={`${path}/confirmations`} label={t('municipalities.review.open')}>
              <LinesTable {...props} lines={open} caption={t('municipalities.review.open')} />
              <ButtonRow>
                <Button>{t('municipalities.review.confirm')}</Button>
              </ButtonRow>
            </Form>
          ) : (
            <LinesTable {...props} lines={open} caption={t('municipalities.review.open')} />
          )}
        </Section>
      )}
      {decided.length > 0 && (
        <Section title={t('municipalities.review.decided')} beside={<Count value={decided.length} />}>
          <LinesTable {...props} lines={decided} caption={t('municipalities.review.decided')} />
        </Section>
      )}
      {lines.length === 0 && <EmptyState title={t('municipalities.access.nobody')} icon="lock" />}
      {mayDecide && open.length === 0 && (
        <Form action={`${path}/closing`}>
          <ButtonRow>
            <Button icon="check">{t('municipalities.review.close')}</Button>
          </ButtonRow>
        </Form>
      )}
    </Stack>
  )
}

function LinesTable(props: ReviewPageProps & { readonly caption: string }) {
  const { t, lines, zones, caption } = props
  return (
    <Table
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ membershipId }) => membershipId}
      columns={[
        {
          key: 'name',
          heading: t('municipalities.review.column.name'),
          rowHeader: true,
          cell: (line) => <Name {...props} line={line} />,
        },
        {
          key: 'role',
          heading: t('municipalities.review.column.role'),
          cell: ({ role, zoneId }) => `${t(`http.role.${role}`)}, ${zones.find(({ id }) => id === zoneId)?.name ?? ''}`,
        },
        {
          key: 'maySee',
          heading: t('municipalities.review.column.maySee'),
          cell: ({ maySee }) =>
            maySee.length === 0 ? (
              t('municipalities.review.nothing')
            ) : (
              <List look="bare" items={maySee.map((data) => t(data))} />
            ),
        },
        {
          key: 'secrecy',
          heading: t('municipalities.review.column.secrecy'),
          cell: ({ secrecy, secrecyReviewOn }) =>
            secrecyReviewOn && secrecy !== 'none'
              ? t('municipalities.secrecy.until', {
                  status: t(`municipalities.secrecy.${secrecy}`),
                  day: t.day(secrecyReviewOn),
                })
              : t(`municipalities.secrecy.${secrecy}`),
        },
        {
          key: 'decision',
          heading: t('municipalities.review.column.decision'),
          cell: (line) => <Decision {...props} line={line} />,
        },
      ]}
    />
  )
}

/** Beside a name that nobody decided about, the box that it stays. */
function Name({
  t,
  line: { membershipId, name, decision },
  mayDecide,
}: ReviewPageProps & { readonly line: ShownLine }) {
  if (decision !== null || !mayDecide) return <>{name}</>
  return (
    <Checkbox
      name="membershipIds"
      id={`keep-${membershipId}`}
      value={membershipId}
      label={t('municipalities.review.keep', { name })}
    />
  )
}

function Decision({ t, line, names, mayDecide }: ReviewPageProps & { readonly line: ShownLine }) {
  const { membershipId, name, decision, decidedAt, decidedBy } = line
  if (decision !== null) {
    const word = t(`municipalities.review.decision.${decision}`)
    const by = names.get(decidedBy ?? '')
    return (
      <Stack gap="tiny">
        <Status word={word} icon={decision === 'confirmed' ? 'check' : 'x'} />
        {decidedAt && (
          <span>{by ? t('municipalities.review.by', { by, moment: t.moment(decidedAt) }) : t.moment(decidedAt)}</span>
        )}
      </Stack>
    )
  }
  if (!mayDecide) return <>{t('municipalities.review.decision.open')}</>
  return (
    <Link href={`/admin/memberships/${membershipId}/ending`}>
      {t('municipalities.review.end')} <VisuallyHidden>{name}</VisuallyHidden>
    </Link>
  )
}
